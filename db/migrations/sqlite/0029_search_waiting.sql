CREATE TABLE `search_waiting` (
	`id` integer PRIMARY KEY NOT NULL,
	`tokens` text NOT NULL,
	`who` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `search_rows`(`id`) ON UPDATE no action ON DELETE cascade
);
