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

import type { NamedProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { NewEvent } from './types';

interface PartState {
  name: string;
  version?: string;
  releaseVersion?: string;
  status: string;
}

/**
 * What became of node groups, add-ons or capabilities between two looks. The
 * first look tells nothing: nobody knows what was before.
 */
export function partEvents(options: {
  kind: NewEvent['kind'];
  /** How people call one of them. */
  noun: string;
  source: string;
  before: PartState[] | undefined;
  after: PartState[];
  /** Listed, but not to be described: neither changed nor gone. */
  unreadable: NamedProblem[];
  at: string;
}): NewEvent[] {
  const { after, at, kind, noun, source } = options;
  if (!options.before) {
    return [];
  }
  const before = new Map(options.before.map(part => [part.name, part]));
  const left = new Set(
    [...after, ...options.unreadable].map(({ name }) => name),
  );
  const event = (
    name: string,
    what: string,
    more: Pick<NewEvent, 'title' | 'tone'>,
  ): NewEvent => ({
    key: `${kind}/${name}/${what}/${at}`,
    at,
    kind,
    source,
    ...more,
  });

  return [
    ...after.flatMap(part => {
      const { name, status } = part;
      const was = before.get(name);
      if (!was) {
        return [
          event(name, 'added', {
            tone: 'neutral',
            title: `${noun} ${name} added${
              part.version ? ` at ${part.version}` : ''
            }`,
          }),
        ];
      }
      const version = was.releaseVersion ?? was.version;
      return [
        ...(version !== part.version
          ? [
              event(name, `version/${part.version}`, {
                tone: 'good',
                title: `${noun} ${name} ${version ?? 'unknown'} → ${
                  part.version ?? 'unknown'
                }`,
              }),
            ]
          : []),
        ...(was.status !== status && isBad(status) !== isBad(was.status)
          ? [
              event(name, `status/${status}`, {
                tone: isBad(status) ? 'bad' : 'good',
                title: `${noun} ${name} is ${status}`,
              }),
            ]
          : []),
      ];
    }),
    ...options.before
      .filter(({ name }) => !left.has(name))
      .map(({ name }) =>
        event(name, 'removed', {
          tone: 'neutral',
          title: `${noun} ${name} removed`,
        }),
      ),
  ];
}

function isBad(status: string): boolean {
  return /DEGRADED|FAILED/.test(status);
}
