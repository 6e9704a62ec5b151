import { Readable } from "node:stream"
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3"
import { Upload } from "@aws-sdk/lib-storage"
import type { Settings } from "../settings"
import { isPlace, Missing, newPlace, type Store } from "./store"

/** The bucket may hold other things: ours lie under this name. */
const prefix = "qibu/"
/** Bytes of one part: with two on the way, an upload of any size takes some 16 MB of memory. */
const partSize = 8 * 1024 * 1024

/** @param options the administrators' setting; the endpoint may be any server that speaks S3 */
export function s3Store({ endpoint, bucket, region, accessKey, secretKey }: Settings["s3"]): Store {
  const client = new S3Client({
    endpoint,
    region: region || "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // Many servers other than Amazon's refuse checksums they don't need.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  })
  const at = (place: string) => {
    if (!isPlace(place)) throw new Missing("not a place in this store")
    return { Bucket: bucket, Key: prefix + place }
  }
  return {
    put: async (body) => {
      const place = newPlace()
      const params = { ...at(place), Body: Readable.from(body, { objectMode: false }) }
      await new Upload({ client, params, partSize, queueSize: 2, leavePartsOnError: false }).done()
      return place
    },
    get: async (place, range) => {
      const part = range ? { Range: `bytes=${range.first}-${range.last}` } : {}
      const found = await client
        .send(new GetObjectCommand({ ...at(place), ...part }))
        .catch(orMissing)
      if (!found.Body) throw new Missing("no such piece")
      return found.Body.transformToWebStream()
    },
    has: async (place) => isPlace(place) && exists(client, at(place)),
    remove: async (place) => {
      await client.send(new DeleteObjectCommand(at(place)))
    },
    list: () => list(client, bucket),
  }
}

const exists = (client: S3Client, where: { Bucket: string; Key: string }): Promise<boolean> =>
  client.send(new HeadObjectCommand(where)).then(
    () => true,
    (error) => (isGone(error) ? false : Promise.reject(error)),
  )

async function* list(client: S3Client, bucket: string) {
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }))
    for (const { Key = "", LastModified } of page.Contents ?? []) {
      const place = Key.slice(prefix.length)
      if (isPlace(place) && LastModified) yield { place, changedAt: LastModified }
    }
}

const isGone = (error: unknown): boolean => Object(error).$metadata?.httpStatusCode === 404

const orMissing = (error: unknown): never => {
  throw isGone(error) ? new Missing("no such piece", { cause: error }) : error
}
