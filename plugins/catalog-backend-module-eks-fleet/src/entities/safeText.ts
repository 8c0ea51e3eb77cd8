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

/** Letters with their accents taken off, everything else of a value as `-`. */
function plain(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9_.-]+/g, '-');
}

/**
 * A tag's value as the value of a label: at most 63 letters, digits, `-`, `_`
 * and `.`; `undefined` where nothing is left.
 */
export function labelValue(value: string): string | undefined {
  return trimmed(plain(value)) || undefined;
}

function trimmed(value: string): string {
  return value
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 63)
    .replace(/[^A-Za-z0-9]+$/, '');
}

const ENTITY_REF =
  /^(?:([A-Za-z][A-Za-z0-9]{0,62}):)?(?:([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)\/)?([A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)$/;

/** Whether a text is a reference to an entity, kind and namespace optional. */
export function isEntityRef(text: string): boolean {
  return ENTITY_REF.test(text);
}

/**
 * A tag's value as a reference to an entity, in full:
 * `payments` → `group:default/payments`. What is no reference is made a safe
 * name: `Team Ä/1` → `group:default/Team-A-1`.
 */
export function entityRefFromTag(
  value: string | undefined,
  kind: string,
): string | undefined {
  const text = value?.trim();
  if (!text) {
    return undefined;
  }
  const [, refKind = kind, namespace = 'default', name] =
    ENTITY_REF.exec(text) ?? [];
  const safeName = name ?? labelValue(text);
  if (!safeName) {
    return undefined;
  }
  return name
    ? `${refKind.toLowerCase()}:${namespace}/${safeName}`
    : `${kind}:default/${safeName}`;
}
