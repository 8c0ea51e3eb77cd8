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

import {
  applicationThingKey,
  changePatch,
  needsChoices,
  parseThingKey,
  teamOf,
  toClusterSpec,
  toNamespaceSpec,
  type EksFleetRequestsApi,
  type RequestAsk,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { rememberAnswer } from '../lib/rememberAnswer';
import { readThingKey, type FindEntity } from './readThingKey';
import {
  clusterInputOf,
  mapOf,
  namespaceInputOf,
  placeOf,
  specChangeOf,
  textOf,
} from './templateValues';
import type { FormValues, TemplatePurpose } from './types';

/** What is asked to know what a template asks for. */
export interface TemplateGround {
  requests: Pick<
    EksFleetRequestsApi,
    'getRequestCurrent' | 'getRequestOptions'
  >;
  findEntity: FindEntity;
}

/**
 * What a template would ask for as it is filled in, in the words of its step;
 * nothing while too little is filled in.
 *
 * @throws InputError with the field that is wrong
 */
export async function templateAsk(
  { kind, operation }: TemplatePurpose,
  values: FormValues,
  ground: TemplateGround,
): Promise<RequestAsk | undefined> {
  if (operation !== 'create') {
    return changeAsk({ kind, operation }, values, ground);
  }
  switch (kind) {
    case 'namespace':
      return newNamespace(values, ground);
    case 'cluster':
      return newCluster(values, ground);
    default:
      return undefined;
  }
}

/** The key of what is there that a template is about. */
export async function thingKeyOf(
  kind: TemplatePurpose['kind'],
  values: FormValues,
  { findEntity }: Pick<TemplateGround, 'findEntity'>,
): Promise<string | undefined> {
  if (kind === 'application') {
    const [owner, application, environment] = [
      textOf(values.owner),
      textOf(values.name),
      textOf(values.environment),
    ];
    const team = owner && teamOf(owner);
    return team && application && environment
      ? applicationThingKey({ team, application, environment })
      : undefined;
  }
  const key = await readThingKey(values[kind], findEntity);
  return key && parseThingKey(key)?.kind === kind ? key : undefined;
}

/** What Git says of it; asked once while a form is filled in. */
export function currentOf(
  key: string,
  requests: TemplateGround['requests'],
): ReturnType<EksFleetRequestsApi['getRequestCurrent']> {
  return rememberAnswer(requests, `current ${key}`, () =>
    requests.getRequestCurrent(key),
  );
}

/** What forms may offer; asked once for all fields of a page. */
export function optionsOf(
  owner: string | undefined,
  requests: Pick<EksFleetRequestsApi, 'getRequestOptions'>,
): ReturnType<EksFleetRequestsApi['getRequestOptions']> {
  return rememberAnswer(requests, `options ${owner ?? ''}`, () =>
    requests.getRequestOptions(owner),
  );
}

async function newNamespace(
  values: FormValues,
  { findEntity }: TemplateGround,
): Promise<RequestAsk | undefined> {
  const input = namespaceInputOf(values);
  const { environment, name, owner } = input;
  if (!owner || !name || !environment || !mapOf(values.quota)) {
    return undefined;
  }
  const key = await readThingKey(values.cluster, findEntity);
  const thing = key ? parseThingKey(key) : undefined;
  return thing?.kind === 'cluster'
    ? {
        kind: 'namespace',
        operation: 'create',
        owner,
        spec: toNamespaceSpec(input, thing.cluster),
      }
    : undefined;
}

async function newCluster(
  values: FormValues,
  { requests }: TemplateGround,
): Promise<RequestAsk | undefined> {
  const input = clusterInputOf(values);
  const { environment, name, owner } = input;
  const { accountId, region } = placeOf(values);
  if (!owner || !name || !environment || !accountId || !region) {
    return undefined;
  }
  const choices = needsChoices(input)
    ? await optionsOf(owner, requests)
    : undefined;
  return {
    kind: 'cluster',
    operation: 'create',
    owner,
    spec: toClusterSpec(input, accountId, choices),
  };
}

async function changeAsk(
  { kind, operation }: TemplatePurpose,
  values: FormValues,
  ground: TemplateGround,
): Promise<RequestAsk | undefined> {
  const thing = await thingKeyOf(kind, values, ground);
  if (!thing || operation === 'adopt') {
    return undefined;
  }
  const { commit, owner, spec, specHash } = await currentOf(
    thing,
    ground.requests,
  );
  const ask = { kind, operation, owner, thing };
  if (operation === 'delete') {
    return ask;
  }
  if (operation === 'extend') {
    const expiresOn = textOf(values.expiresOn);
    return expiresOn ? { ...ask, expiresOn } : undefined;
  }
  const change = specChangeOf(values);
  return change
    ? { ...ask, ...changePatch(change, kind, { commit, spec, specHash }) }
    : undefined;
}
