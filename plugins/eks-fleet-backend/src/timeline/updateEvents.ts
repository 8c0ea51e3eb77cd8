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

import type {
  Update,
  UpdatesDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { NewEvent } from './types';

const TONES: Record<string, NewEvent['tone']> = {
  Successful: 'good',
  Failed: 'bad',
  Cancelled: 'warning',
};

/**
 * One event for the start of each update and one for its end. They say the
 * same whenever they are told, so they are told with every look.
 */
export function updateEvents(
  document: UpdatesDocument,
  options: { at: string; createdAt?: string },
): NewEvent[] {
  return document.updates
    .filter(
      ({ createdAt }) =>
        // EKS keeps updates by name: a cluster made again has its own only.
        !createdAt || !options.createdAt || createdAt >= options.createdAt,
    )
    .flatMap(update => {
      const { id, status } = update;
      const shared = {
        kind: 'update' as const,
        source: 'EKS DescribeUpdate',
        reference: id,
      };
      const title = titleOf(update);
      return [
        {
          ...shared,
          key: `update/${id}/started`,
          at: update.createdAt ?? options.at,
          tone: 'neutral' as const,
          title: `${title} started`,
        },
        ...(status in TONES
          ? [
              {
                ...shared,
                key: `update/${id}/${status}`,
                // EKS does not tell when an update ended.
                at: options.at,
                tone: TONES[status],
                title: `${title} ${status.toLowerCase()}`,
                detail: update.errors
                  .map(({ code, message }) => `${code}: ${message}`)
                  .join('; '),
              },
            ]
          : []),
      ];
    });
}

function titleOf({ addon, nodegroup, parameters, type }: Update): string {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2');
  const subject = nodegroup ?? addon;
  const version =
    parameters.Version ?? parameters.ReleaseVersion ?? parameters.AddonVersion;
  return [words, subject && `of ${subject}`, version && `to ${version}`]
    .filter(Boolean)
    .join(' ');
}
