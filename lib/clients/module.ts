import { sees } from "@/lib/platform/actor"
import type { NewEvent } from "@/lib/platform/context"
import type { Module } from "@/lib/platform/module"
import { nextContacts } from "./calendar"
import { type Client, findClient, titledClients } from "./client"
import { successorLeft } from "./confirming"
import { archiveOf, type Dossier, findDossier, titledDossiers } from "./dossier"
import { sweepDossiers } from "./dossier-sweep"
import { followClient, wantedByClient, wantedByGuest } from "./dossier-wanting"
import { dueCount } from "./due"
import { exchangedWithClient } from "./exchanged"
import { owedContacts, ownClients } from "./handing-over"
import * as notices from "./notices"
import { ownClientSheets } from "./own-data"
import { canComment, canCreate, canSee } from "./policy"
import { findShelf, type Shelf, seesShelf, shelfScope } from "./shelf"
import { sendReleasedFiles } from "./shelf-filling"
import { remindOfFollowUps } from "./sweeping"
import { words } from "./words"
import { said } from "./words-said"

const label = { zh: words.zh.nav, en: words.en.nav }
const labelNew = { zh: words.zh.new, en: words.en.new }
const onClient = { kind: "client" } as const
/** Heard of where the client is open, too. */
const onDossier = {
  kind: "dossier",
  topics: ({ data }: NewEvent) => [`client:${data?.clientId}`],
} as const
/** After these another may see the client. */
const mayMove = [
  ...["client.edited", "client.contacted", "client.communication_edited"],
  ...["client.follow_up_moved", "client.follow_up_passed", "client.handover_asked"],
  ...["client.handover_confirmed", "client.handover_declined", "client.handover_withdrawn"],
  "client.handed_over",
]
const responsible = { ...onClient, notify: notices.toResponsible }

export const clients: Module = {
  name: "clients",
  uses: ["people", "calendar", "tasks", "groups", "guests", "outward"],
  nav: [
    {
      ...{ group: "clients", order: 10, href: "/clients", icon: "building-2" },
      ...{ label, keys: "g l", count: dueCount },
    },
  ],
  create: [{ href: "/clients/new", icon: "building-2", label: labelNew, can: canCreate }],
  kinds: {
    client: {
      icon: "building-2",
      find: findClient,
      canSee,
      canComment,
      title: ({ name }: Client) => name,
      href: ({ id }: Client) => `/clients/${id}`,
      titled: titledClients,
      // What reaches a contact isn't among it: a search would find numbers that a page masks.
      searchText: (client: Client) =>
        [
          ...[client.name, client.shortName, client.creditCode, client.region, client.tags],
          client.remark,
          ...client.contacts.map(({ name, position }) => `${name} ${position}`),
          ...client.said,
        ].join("\n"),
      sortKey: ({ sortKey }: Client) => sortKey,
      summary: ({ nextContactAt, ownerId, region }: Client) => ({
        ...{ at: nextContactAt, personId: ownerId },
        ...(region !== "" && { text: region }),
      }),
      idIn: ({ pathname }) => Number(/^\/clients\/(\d{1,15})$/.exec(pathname)?.[1]) || null,
    },
    // What lies ready for the client's people, and what invitations open. No search knows it.
    client_files: {
      icon: "folder",
      find: findShelf,
      canSee: seesShelf,
      unlisted: true,
      title: ({ name }: Shelf) => name,
      href: ({ id }: Shelf) => `/clients/${id}`,
      searchText: () => "",
      sortKey: ({ id }: Shelf) => -id,
      guestScope: shelfScope,
    },
    dossier: {
      icon: "archive",
      find: findDossier,
      canSee: (actor, dossier: Dossier) => actor.kind !== "guest" && sees(actor, dossier),
      title: ({ title }: Dossier) => title,
      href: archiveOf,
      titled: titledDossiers,
      searchText: ({ title, words }: Dossier) => `${title}\n${words}`,
      // The newest first.
      sortKey: ({ id }: Dossier) => -id,
      summary: ({ toAt }: Dossier) => ({ at: toAt }),
    },
  },
  events: {
    "client.created": responsible,
    "client.edited": responsible,
    "client.archived": responsible,
    "client.unarchived": responsible,
    "client.commented": responsible,
    "client.contact_added": onClient,
    "client.contact_edited": onClient,
    "client.contact_removed": onClient,
    "client.contact_shown": onClient,
    "client.contacted": responsible,
    "client.communication_edited": { ...onClient, notify: notices.toNewlyOwing },
    "client.followed_up": onClient,
    "client.follow_up_moved": onClient,
    // The one who takes over from a leaver is told once, of everything together.
    "client.follow_up_passed": onClient,
    "client.follow_up_due": { ...onClient, notify: notices.toOwing },
    "client.handover_asked": { ...onClient, notify: notices.toConfirming },
    "client.handover_confirmed": onClient,
    "client.handover_declined": { ...onClient, notify: notices.toHandedOver },
    "client.handover_withdrawn": { ...onClient, notify: notices.toHandedOver },
    "client.handed_over": { ...onClient, notify: notices.toHandedOver },
    "client.files_added": responsible,
    "client.file_removed": onClient,
    "client.group_linked": onClient,
    "client.group_unlinked": onClient,
    "client.dossier_sealed": onDossier,
    "client.dossier_moved": onDossier,
    "client.dossier_checked": onDossier,
    "client.exported": { kind: "person" },
    "client.exported_list": { kind: "person" },
    "client.file_imported": { kind: "person" },
  },
  reactions: {
    "person.disabled": successorLeft,
    "client.archived": wantedByClient,
    "guest.revoked": wantedByGuest,
    "guest.ended": wantedByGuest,
    ...Object.fromEntries(mayMove.map((type) => [type, followClient])),
  },
  said,
  exchanged: exchangedWithClient,
  outward: { "clients.files": sendReleasedFiles },
  calendar: [nextContacts],
  holdings: [ownClients, owedContacts],
  ownData: ownClientSheets,
  jobs: [
    { name: "clients.reminders", every: 60, run: () => remindOfFollowUps() },
    { name: "clients.dossiers", every: 300, run: () => sweepDossiers() },
  ],
  categories: {
    "clients.due": { portal: true, push: true, email: false },
    "clients.late": { portal: true, push: false, email: false },
    "clients.assigned": { portal: true, push: true, email: false },
    "clients.handover": { portal: true, push: true, email: true },
    "clients.updates": { portal: true, push: false, email: false },
  },
}
