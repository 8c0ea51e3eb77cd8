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
import type { JsonObject } from '@backstage/types';
import {
  applicationThingKey,
  type ClusterThing,
  type RequestAsk,
  type RequestCurrent,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What a step says of the application that it asks for. */
export interface ApplicationInput {
  owner: string;
  reason: string;
  ticket?: string;
  name: string;
  environment: string;
  namespace?: string;
  clusters?: Array<string | ClusterThing>;
  source?: JsonObject;
  parameters?: JsonObject;
  syncPolicy?: JsonObject;
  promoteFrom?: string;
  promoteParameters?: string[];
}

type Current = Pick<RequestCurrent, 'spec' | 'specHash' | 'commit'>;

/** The key of an application in an environment. */
export function applicationKey(
  { name, owner }: ApplicationInput,
  environment: string,
): string {
  const team = owner.slice(owner.indexOf('/') + 1);
  return applicationThingKey({ team, application: name, environment });
}

/** Asks for an application where it is not yet. Pure. */
export function deployAsk(
  input: ApplicationInput,
  clusters: ClusterThing[] | undefined,
): RequestAsk {
  const { environment, name, namespace, owner, source, syncPolicy } = input;
  if (!source) {
    throw new InputError(
      'source: is missing; say what runs, or in promoteFrom where it ran before',
    );
  }
  if (!namespace) {
    throw new InputError('namespace: is missing');
  }
  return {
    kind: 'application',
    operation: 'create',
    owner,
    spec: {
      name,
      owner,
      environment,
      namespace,
      source,
      clusters: clusters?.map(each => ({ ...each })) ?? 'all',
      parameters: asTexts(input.parameters),
      ...(syncPolicy && { syncPolicy }),
    },
  };
}

/**
 * Brings an application from one environment to another, with what Git says of
 * both. What is the other environment's own stays there. Pure.
 */
export function promoteAsk(
  input: ApplicationInput,
  from: Current,
  to: Current | undefined,
  clusters: ClusterThing[] | undefined,
): RequestAsk {
  const { environment, namespace, owner, promoteFrom, syncPolicy } = input;
  const source = mapOf(from.spec.source);
  const parameters = mapOf(from.spec.parameters);
  const promotedFrom = {
    environment: promoteFrom,
    targetRevision: source.targetRevision,
  };
  const own = {
    ...(namespace && { namespace }),
    ...(clusters && { clusters: clusters.map(each => ({ ...each })) }),
    ...(syncPolicy && { syncPolicy }),
  };
  if (!to) {
    return {
      kind: 'application',
      operation: 'create',
      owner,
      spec: {
        ...from.spec,
        // Those of the environment before are no clusters of this one.
        clusters: 'all',
        ...own,
        environment,
        parameters: { ...parameters, ...asTexts(input.parameters) },
        promotedFrom,
      },
    };
  }
  return {
    kind: 'application',
    operation: 'change',
    owner,
    thing: applicationKey(input, environment),
    base: { specHash: to.specHash, commit: to.commit },
    patch: {
      ...own,
      source: replacing(mapOf(to.spec.source), source),
      parameters: {
        ...picked(parameters, input.promoteParameters ?? []),
        ...asTexts(input.parameters),
      },
      promotedFrom,
    },
  };
}

function picked(parameters: JsonObject, names: string[]): JsonObject {
  return Object.fromEntries(
    names.map(name => {
      if (!Object.hasOwn(parameters, name)) {
        throw new InputError(
          `promoteParameters: there is no parameter ${name} where it ran before`,
        );
      }
      return [name, parameters[name]];
    }),
  );
}

/** A merge patch that leaves nothing of what was there. */
function replacing(before: JsonObject, after: JsonObject): JsonObject {
  const gone = Object.keys(before).filter(name => !Object.hasOwn(after, name));
  return { ...after, ...Object.fromEntries(gone.map(name => [name, null])) };
}

function asTexts(parameters: JsonObject | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(parameters ?? {}).map(([name, value]) => [
      name,
      String(value),
    ]),
  );
}

function mapOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}
