/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import {
  GetObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import type { AwsTarget } from '../../aws/types';
import { readBody } from '../../kubernetes/client/readBody';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { CheckFolder } from './CheckFolder';
import { fillObjectKey } from './fillObjectKey';
import { foldText } from './parseKubeBench';
import type { KubeBenchBucket, KubeBenchReading } from './types';

/** Nodes of one cluster. */
const MAX_OBJECTS = 1_000;
/** A node has some 60 kB. */
const MAX_BYTES = 16e6;

/**
 * What objects of a bucket hold of a cluster, one read after the other.
 *
 * @throws ObservationFailure, and what the SDK throws
 */
export async function readBucket(
  client: S3Client,
  place: KubeBenchBucket,
  cluster: AwsTarget & { name: string },
  signal: AbortSignal,
): Promise<KubeBenchReading> {
  const { bucket } = place;
  const key = fillObjectKey(place.key, cluster);
  const isPrefix = key.endsWith('/');
  const folder = new CheckFolder();
  let oldest: Date | undefined;
  try {
    const { isCut, keys } = isPrefix
      ? await listKeys(client, { bucket, prefix: key }, signal)
      : { keys: [key], isCut: false };
    if (keys.length === 0) {
      throw nothingAt(bucket, key);
    }
    for (const each of keys) {
      const { at, text } = await readObject(client, bucket, each, signal);
      foldObject(folder, {
        bucket,
        key: each,
        text,
        node: isPrefix ? nodeOf(each) : undefined,
      });
      oldest = at && (!oldest || at < oldest) ? at : oldest;
    }
    return {
      folder,
      evaluatedAt: oldest?.toISOString(),
      notes: isCut
        ? [`Only the first ${MAX_OBJECTS} objects under ${key} were read.`]
        : [],
    };
  } catch (error) {
    throw failureOfBucket(error, bucket, key);
  }
}

async function listKeys(
  client: S3Client,
  { bucket, prefix }: { bucket: string; prefix: string },
  signal: AbortSignal,
): Promise<{ keys: string[]; isCut: boolean }> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: prefix,
        ContinuationToken: token,
      }),
      { abortSignal: signal },
    );
    const found = (page.Contents ?? [])
      .map(({ Key }) => Key ?? '')
      .filter(key => key.endsWith('.json'));
    keys.push(...found);
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token && keys.length < MAX_OBJECTS);
  return {
    keys: keys.slice(0, MAX_OBJECTS),
    isCut: token !== undefined || keys.length > MAX_OBJECTS,
  };
}

async function readObject(
  client: S3Client,
  bucket: string,
  key: string,
  signal: AbortSignal,
): Promise<{ text: string; at?: Date }> {
  const {
    Body,
    ContentLength = 0,
    LastModified,
  } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), {
    abortSignal: signal,
  });
  const body = Body as Readable;
  if (ContentLength > MAX_BYTES) {
    body.destroy();
    throw new ObservationFailure(
      'invalid',
      `s3://${bucket}/${key} is larger than ${MAX_BYTES / 1e6} MB`,
    );
  }
  return { text: await readBody(body, MAX_BYTES), at: LastModified };
}

function foldObject(
  folder: CheckFolder,
  object: { bucket: string; key: string; text: string; node?: string },
): void {
  const { bucket, key, node, text } = object;
  try {
    foldText(folder, { text, node });
  } catch (error) {
    throw error instanceof ObservationFailure
      ? new ObservationFailure(
          error.code,
          `s3://${bucket}/${key}: ${error.message}`,
          { cause: error },
        )
      : error;
  }
}

/** `ip-10-0-0-1` of `…/ip-10-0-0-1.json` */
function nodeOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1).replace(/\.json$/, '');
}

function nothingAt(bucket: string, key: string): ObservationFailure {
  return new ObservationFailure(
    'notInstalled',
    `There is no s3://${bucket}/${key}, where kube-bench's results would be put`,
  );
}

function failureOfBucket(error: unknown, bucket: string, key: string): unknown {
  const { name } = (error ?? {}) as { name?: string };
  switch (name) {
    case 'NoSuchKey':
      return nothingAt(bucket, key);
    case 'NoSuchBucket':
      return new ObservationFailure(
        'notFound',
        `There is no bucket ${bucket}`,
        { cause: error },
      );
    case 'PermanentRedirect':
    case 'AuthorizationHeaderMalformed':
      return new ObservationFailure(
        'invalid',
        `The bucket ${bucket} is in another Region than \`region\` says`,
        { cause: error },
      );
    case 'AccessDenied':
      return new ObservationFailure(
        'forbidden',
        `May not read s3://${bucket}/${key}; without s3:ListBucket that is said of what is not there as well`,
        { cause: error },
      );
    default:
      return error;
  }
}
