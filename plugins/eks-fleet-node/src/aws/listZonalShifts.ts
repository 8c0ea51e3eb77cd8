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

import { ObservationFailure } from '../observation/ObservationFailure';
import type { AwsTarget, ZonalShift } from './types';

const SUFFIXES: Record<AwsTarget['partition'], string> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-us-gov': 'amazonaws.com',
};
/** Of a service that misbehaves. */
const MAX_PAGES = 100;

/**
 * ARC zonal shift `ListZonalShifts`: those that are active, of people and of
 * practice runs, every page.
 *
 * @throws ObservationFailure where the answer is something else
 */
export async function listZonalShifts(
  target: AwsTarget,
  get: (url: URL) => Promise<unknown>,
): Promise<ZonalShift[]> {
  const shifts: ZonalShift[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const url = new URL('/zonalshifts', endpointOf(target));
    url.searchParams.set('status', 'ACTIVE');
    if (nextToken) {
      url.searchParams.set('nextToken', nextToken);
    }
    const body = (await get(url)) as {
      items?: Array<Record<string, unknown>>;
      nextToken?: string;
    };
    if (!Array.isArray(body?.items)) {
      throw new ObservationFailure(
        'invalid',
        'arc-zonal-shift answered with something else',
      );
    }
    shifts.push(...body.items.map(toZonalShift));
    nextToken = body.nextToken;
    if (!nextToken) {
      return shifts;
    }
  }
  throw new ObservationFailure(
    'invalid',
    `arc-zonal-shift has more than ${MAX_PAGES} pages`,
  );
}

function endpointOf({ partition, region }: AwsTarget): string {
  return (
    process.env.AWS_ENDPOINT_URL_ARC_ZONAL_SHIFT ??
    `https://arc-zonal-shift.${region}.${SUFFIXES[partition]}`
  );
}

function toZonalShift(item: Record<string, unknown>): ZonalShift {
  const { awayFrom, expiryTime, resourceIdentifier } = item;
  const seconds = Number(expiryTime);
  return {
    resourceArn: String(resourceIdentifier),
    awayFrom: String(awayFrom),
    expiresAt: Number.isFinite(seconds)
      ? new Date(seconds * 1000).toISOString()
      : undefined,
  };
}
