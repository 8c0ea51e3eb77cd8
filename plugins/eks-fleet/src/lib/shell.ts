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

const SAFE = /^[A-Za-z0-9_/:=.@%+,-]+$/;

/**
 * A word as a POSIX shell reads it back unchanged. Control characters are
 * dropped: a terminal acts on them while they are pasted, quoted or not.
 */
export function shellQuote(word: string): string {
  // eslint-disable-next-line no-control-regex
  const printable = word.replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
  return SAFE.test(printable)
    ? printable
    : `'${printable.replace(/'/g, `'\\''`)}'`;
}

/** An option with its value; joined by `=` so that no value is taken for an option. */
export function shellOption(name: string, value: string): string {
  return value.startsWith('-')
    ? `--${name}=${shellQuote(value)}`
    : `--${name} ${shellQuote(value)}`;
}
