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

/** Cores and memory of one node. */
export interface InstanceSize {
  vcpu: number;
  memoryGib: number;
}

/** GiB for each core, by the first letter of the family. */
const MEMORY_OF_CORE: Record<string, number> = { c: 2, m: 4, r: 8 };

/** `m7g`, `c6in`, `r8i-flex`; older generations have odd sizes, and `c5n` has too. */
const REGULAR = /^([cmr])(\d)([a-z]*)(-flex)?\.(medium|large|\d*xlarge)$/;
const FIRST_REGULAR_GENERATION = 5;

/**
 * How large an instance type is: what the operator says, else what AWS's names
 * of the families C, M and R say; `undefined` for all others.
 */
export function instanceSize(
  type: string,
  given: ReadonlyMap<string, InstanceSize>,
): InstanceSize | undefined {
  const known = given.get(type);
  if (known) {
    return known;
  }
  const match = REGULAR.exec(type);
  if (!match || type.startsWith('c5n.')) {
    return undefined;
  }
  const [, letter, generation, traits, , size] = match;
  const isGraviton = traits.startsWith('g');
  if (
    Number(generation) < FIRST_REGULAR_GENERATION ||
    (size === 'medium' && !isGraviton)
  ) {
    return undefined;
  }
  const vcpu = coresOf(size);
  return { vcpu, memoryGib: vcpu * MEMORY_OF_CORE[letter] };
}

function coresOf(size: string): number {
  switch (size) {
    case 'medium':
      return 1;
    case 'large':
      return 2;
    default:
      return 4 * Number(size.replace('xlarge', '') || 1);
  }
}

/** `m7g` of `m7g.large`. */
export function familyOf(type: string): string {
  return type.split('.')[0];
}
