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
 * One event for the start of each update and one for its end, which EKS dates
 * by our own look. Of updates that were over at the first look nobody saw the
 * end: they are one event, at their start.
 */
export function updateEvents(
  document: UpdatesDocument,
  options: { at: string; createdAt?: string; first: boolean },
): NewEvent[] {
  const { at, createdAt, first } = options;
  return document.updates
    .filter(
      update =>
        // EKS keeps updates by name: a cluster made again has its own only.
        !update.createdAt || !createdAt || update.createdAt >= createdAt,
    )
    .flatMap(update => {
      const over = update.status in TONES;
      const startedAt = update.createdAt ?? at;
      return [
        ...(over && first ? [] : [started(update, startedAt)]),
        ...(over ? [ended(update, first ? startedAt : at)] : []),
      ];
    });
}

function started(update: Update, at: string): NewEvent {
  return {
    ...sharedOf(update),
    key: `update/${update.id}/started`,
    at,
    tone: 'neutral',
    title: `${titleOf(update)} started`,
  };
}

function ended(update: Update, at: string): NewEvent {
  const { errors, id, status } = update;
  return {
    ...sharedOf(update),
    key: `update/${id}/${status}`,
    at,
    tone: TONES[status],
    title: `${titleOf(update)} ${status.toLowerCase()}`,
    detail: errors.map(({ code, message }) => `${code}: ${message}`).join('; '),
  };
}

function sharedOf({ id }: Update) {
  return {
    kind: 'update' as const,
    source: 'EKS DescribeUpdate',
    reference: id,
  };
}

function titleOf({
  addon,
  capability,
  nodegroup,
  parameters,
  type,
}: Update): string {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2');
  const subject = nodegroup ?? addon ?? capability;
  const version =
    parameters.Version ?? parameters.ReleaseVersion ?? parameters.AddonVersion;
  return [words, subject && `of ${subject}`, version && `to ${version}`]
    .filter(Boolean)
    .join(' ');
}
