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

/** Control characters except line ends and tabs, and what turns the direction of text. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** How much of a text is looked at, whatever is kept of it: messages of 1 MB occur. */
const LOOKED_AT = 4;

/**
 * Text of a cluster that can be stored and shown as text: no control
 * characters, no halves of characters, at most as long as given. Still hostile
 * to HTML and the like.
 */
export function cleanText(
  value: unknown,
  maxLength = 2000,
): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const text = String(value)
    .slice(0, maxLength * LOOKED_AT)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(INVISIBLE, '')
    .trim();
  return cut(text, maxLength, '…') || undefined;
}

/** Names of at most 253 characters, in one line; longer ones stay different. */
export function cleanName(value: unknown, maxLength = 253): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const name = String(value);
  if (name.length <= maxLength) {
    return cleanText(name, maxLength)?.replace(/\s+/g, ' ');
  }
  const rest = createHash('sha256').update(name).digest('hex').slice(0, 12);
  const begin = cleanText(name, maxLength - rest.length - 1) ?? '';
  return `${begin.replace(/\s+/g, ' ')}~${rest}`;
}

/** A time as ISO 8601, whether as text or as seconds of a `Timestamp` object. */
export function timeOf(value: unknown): string | undefined {
  const seconds = (value as { seconds?: unknown } | undefined)?.seconds;
  const time = new Date(
    typeof value === 'string' ? value : Number(seconds ?? NaN) * 1000,
  );
  return time.getTime() > 0 ? time.toISOString() : undefined;
}

/** Cuts between characters, never through one. */
function cut(text: string, maxLength: number, end: string): string {
  if (text.length <= maxLength) {
    return text;
  }
  const kept = text.slice(0, maxLength - end.length);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}${end}`;
}
