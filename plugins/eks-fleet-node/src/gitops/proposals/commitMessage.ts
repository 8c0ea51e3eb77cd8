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

import { createHash } from 'node:crypto';
import type { ProposedChange } from './types';

const TRAILER = 'Eks-Fleet-Proposal';
const WRITTEN = new RegExp(`^${TRAILER}: ([0-9a-f]{64})$`, 'gm');

/**
 * What a proposal's commit says: its title, who asked, and what the branch is to
 * hold once it is there.
 *
 * @param content - of {@link digestOfContent}
 */
export function messageOf(
  { actor, title }: Pick<ProposedChange, 'actor' | 'title'>,
  content?: string,
): string {
  const subject = title.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  const who = actor?.replaceAll(/[\p{Cc}\s]+/gu, '');
  const trailers = [
    ...(who ? [`Requested-by: ${who}`] : []),
    ...(content ? [`${TRAILER}: ${content}`] : []),
  ];
  return [subject, ...(trailers.length ? ['', ...trailers] : []), ''].join(
    '\n',
  );
}

/** What a commit says that its branch holds; `undefined` where it is no proposal's. */
export function contentOfMessage(message: string): string | undefined {
  // A title may have the same words; the trailers come last.
  return [...message.matchAll(WRITTEN)].at(-1)?.[1];
}

/**
 * Stands for what a branch changes: each file that it changes, with its text, or
 * without where the file goes.
 */
export function digestOfContent(
  texts: Iterable<[path: string, text: string | undefined]>,
): string {
  const sorted = [...texts]
    .map(([path, text]) => [path, text ?? null] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
