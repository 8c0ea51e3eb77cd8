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

import type { ArgocdApplication, HubLook } from '../../argocd/types';
import type { RequestSighting } from './types';

/**
 * How far Argo CD has something, by the name of its application. Pure.
 *
 * @param since - when it was merged; ISO 8601
 */
export function deliveryOf(
  looks: HubLook[],
  name: string,
  since: string,
): RequestSighting['delivery'] {
  if (looks.length === 0) {
    return { state: 'notRead' };
  }
  const application = looks
    .flatMap(({ applications }) => applications)
    .find(each => each.name === name);
  if (application) {
    return { ...stateOf(application, since), application: linkOf(application) };
  }
  const failed = looks.find(({ error }) => error);
  return failed
    ? {
        state: 'unknown',
        message: `Argo CD ${failed.hub.id} could not be asked: ${
          failed.error!.message
        }`,
      }
    : {
        state: 'missing',
        message: `Argo CD (${looks
          .map(({ hub }) => hub.id)
          .join(', ')}) has no application ${name} yet`,
      };
}

function stateOf(
  {
    automated,
    health,
    message,
    name,
    operation,
    reconciledAt,
    sync,
  }: ArgocdApplication,
  since: string,
): Pick<RequestSighting['delivery'], 'isSettled' | 'message' | 'state'> {
  const why = message ? `: ${message.slice(0, 300)}` : '';
  const hasSeenIt =
    reconciledAt !== undefined && Date.parse(reconciledAt) >= Date.parse(since);
  if (operation === 'Failed' || operation === 'Error') {
    return {
      state: 'failed',
      message: `the sync of application ${name} failed${why}`,
    };
  }
  if (!hasSeenIt) {
    return {
      state: 'behind',
      message: `Application ${name} has not seen the change yet`,
    };
  }
  if (sync !== 'Synced') {
    return {
      state: 'behind',
      message: automated
        ? `Application ${name} has seen the change and has yet to sync${why}`
        : `Application ${name} does not sync by itself: sync it${why}`,
    };
  }
  return health === 'Degraded'
    ? { state: 'failed', message: `application ${name} is Degraded${why}` }
    : {
        state: 'synced',
        message: `Application ${name} is synced`,
        isSettled: health === 'Healthy',
      };
}

function linkOf({ name, namespace, url }: ArgocdApplication) {
  return { name, namespace, ...(url && { url }) };
}
