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

import { InputError } from '@backstage/errors';
import {
  changePatch,
  parseThingKey,
  type ParsedThing,
  type RequestAsk,
  type SpecChange,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { readThing } from '../readPlace';
import type { AskGround } from '../types';

/** What a step says of what is there. */
export interface ChangeInput extends SpecChange {
  thing: string;
  operation?: 'change' | 'extend' | 'delete' | 'adopt';
  owner?: string;
  reason: string;
  ticket?: string;
  expiresOn?: string;
  environment?: string;
  confirm?: string;
}

/** Fields that only some operations know; another one is refused with them. */
const FIELDS: Record<string, ReadonlyArray<keyof ChangeInput>> = {
  change: ['patch', 'nodeGroup', 'addons', 'gitopsAddons', 'base'],
  extend: ['expiresOn', 'base'],
  delete: ['confirm', 'base'],
  adopt: ['environment', 'patch'],
};

/**
 * What a step asks for of what is there.
 *
 * @throws InputError with the field that is wrong
 */
export async function makeChangeAsk(
  input: ChangeInput,
  ground: AskGround,
): Promise<RequestAsk> {
  const { operation = 'change' } = input;
  refuseForeign(operation, input);
  const thing = await readThing(input.thing, ground.findEntity);
  const parsed = parseThingKey(thing)!;
  if (operation === 'adopt') {
    return adoptionOf(input, parsed, thing);
  }
  const current = await ground.backend.requests.getRequestCurrent(thing);
  const ask = {
    kind: parsed.kind,
    operation,
    owner: input.owner ?? current.owner,
    thing,
    ...(input.base && { base: input.base }),
  };
  switch (operation) {
    case 'extend':
      return { ...ask, expiresOn: needed(input, 'expiresOn') };
    case 'delete':
      if (needed(input, 'confirm') !== nameOf(parsed)) {
        throw new InputError(
          `confirm: must be ${nameOf(parsed)}, the name of what is to go`,
        );
      }
      return ask;
    default:
      return { ...ask, ...changePatch(input, parsed.kind, current) };
  }
}

/** It stays as EKS has it, which the backend itself looks up. */
function adoptionOf(
  input: ChangeInput,
  { kind }: ParsedThing,
  thing: string,
): RequestAsk {
  if (kind !== 'cluster') {
    throw new InputError('thing: must be a cluster');
  }
  return {
    kind,
    operation: 'adopt',
    owner: needed(input, 'owner'),
    thing,
    patch: { environment: needed(input, 'environment'), ...input.patch },
  };
}

function refuseForeign(operation: string, input: ChangeInput): void {
  const known = FIELDS[operation];
  const foreign = Object.values(FIELDS)
    .flat()
    .find(field => !known.includes(field) && input[field] !== undefined);
  if (foreign) {
    throw new InputError(`${foreign}: is not known to ${operation}`);
  }
}

function needed(
  input: ChangeInput,
  field: 'confirm' | 'environment' | 'expiresOn' | 'owner',
): string {
  const value = input[field];
  if (!value) {
    throw new InputError(`${field}: is missing`);
  }
  return value;
}

/** What people call it. */
function nameOf(thing: ParsedThing): string {
  switch (thing.kind) {
    case 'cluster':
      return thing.cluster.name;
    case 'namespace':
      return thing.namespace;
    default:
      return thing.application;
  }
}
