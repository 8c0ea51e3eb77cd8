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

/** Title and Markdown of a pull request. */
export interface PullRequestText {
  title: string;
  body: string;
}

const MARK = /\n*<!-- eks-fleet-proposal ([0-9a-f]{16}) -->\s*$/;

/** The text of a pull request, with a mark that tells later whether people have changed it. */
export function withMark({ body, title }: PullRequestText): PullRequestText {
  const mark = `<!-- eks-fleet-proposal ${digestOf({ body, title })} -->`;
  return { title, body: `${plain(body)}\n\n${mark}` };
}

/**
 * Whether a pull request is to be given another text: not where it has that, and
 * not where somebody has changed what it was given.
 *
 * @param shown - as the Git host shows it
 */
export function wantsText(
  shown: PullRequestText,
  wanted: PullRequestText,
): boolean {
  const body = shown.body.replaceAll('\r\n', '\n');
  const [, mark] = MARK.exec(body) ?? [];
  const { title } = shown;
  return (
    mark === digestOf({ title, body: body.replace(MARK, '') }) &&
    mark !== digestOf(wanted)
  );
}

function digestOf({ body, title }: PullRequestText): string {
  return createHash('sha256')
    .update(JSON.stringify([plain(title), plain(body)]))
    .digest('hex')
    .slice(0, 16);
}

/** Hosts keep the lines of a text in their own way. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
