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

import { safeUrl } from './safeUrl';

/** A piece of text, and where it leads if it is an address. */
export interface TextPart {
  text: string;
  url?: string;
}

/** An address ends before what closes a sentence or a bracket. */
const ADDRESS = /https?:\/\/[^\s<>"'()]+[^\s<>"'().,;:!?]/g;

/** Takes addresses out of a sentence, so that they can be followed. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const [address] = match;
    const url = safeUrl(address);
    if (url) {
      if (match.index > end) {
        parts.push({ text: text.slice(end, match.index) });
      }
      parts.push({ text: address, url });
      end = match.index + address.length;
    }
  }
  if (end < text.length) {
    parts.push({ text: text.slice(end) });
  }
  return parts;
}
