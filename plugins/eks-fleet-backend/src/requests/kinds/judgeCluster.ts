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

import type { RequestOperation } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { EksClusterLook } from './EksClusterLooks';
import type { RequestSighting } from './types';

type Thing = RequestSighting['thing'];

const source = 'eks' as const;

/** What a cluster is with regard to what was asked for. Pure. */
export function judgeCluster(
  look: EksClusterLook,
  asked: {
    operation: RequestOperation;
    delivery: RequestSighting['delivery'];
  },
): Thing {
  if (look.state === 'unread') {
    return {
      state: 'unknown',
      source,
      message: `EKS could not be asked: ${look.message}`,
    };
  }
  if (asked.operation === 'delete') {
    return judgeGoing(look, asked.delivery);
  }
  if (look.state !== 'there') {
    return judgeMissing(look, asked);
  }
  const { issues, status } = look;
  if (status === 'FAILED') {
    const why = issues.length > 0 ? issues.join(' ') : 'it does not say why';
    return {
      state: 'stuck',
      source,
      message: `EKS could not make the cluster: ${why}`,
    };
  }
  return status === 'ACTIVE'
    ? judgeActive(asked)
    : { state: 'coming', source, message: `The cluster is ${status}` };
}

/** Files go once EKS itself says that it has the cluster no more. */
function judgeGoing(
  look: Exclude<EksClusterLook, { state: 'unread' }>,
  { state }: RequestSighting['delivery'],
): Thing {
  if (look.state === 'there') {
    return {
      state: 'coming',
      source,
      message: `EKS still has the cluster: ${look.status}`,
    };
  }
  return look.state === 'absent' || state === 'missing' || state === 'notRead'
    ? { state: 'absent', source, message: 'EKS has the cluster no more' }
    : {
        state: 'coming',
        source: 'argocd',
        message: 'Argo CD still has an application for it',
      };
}

function judgeMissing(
  { state }: Pick<EksClusterLook, 'state'>,
  {
    delivery,
    operation,
  }: {
    operation: RequestOperation;
    delivery: RequestSighting['delivery'];
  },
): Thing {
  if (state === 'notAsked') {
    return isDone(delivery)
      ? {
          state: 'there',
          source: 'argocd',
          message: 'Argo CD says that it is there and healthy',
        }
      : {
          state: 'coming',
          source: 'argocd',
          message: 'Nothing here that reads AWS has seen the cluster yet',
        };
  }
  return {
    state: 'coming',
    source,
    message:
      operation === 'create'
        ? 'EKS does not have the cluster yet'
        : 'EKS does not have the cluster any more',
  };
}

/** One that is up is as it is wanted once what provisions it says so. */
function judgeActive({
  delivery,
  operation,
}: {
  operation: RequestOperation;
  delivery: RequestSighting['delivery'];
}): Thing {
  const there: Thing = {
    state: 'there',
    source,
    message: 'The cluster is ACTIVE',
  };
  switch (delivery.state) {
    case 'notRead':
      return there;
    case 'missing':
      return operation === 'change' || operation === 'extend'
        ? {
            state: 'coming',
            source,
            message:
              'No application of Argo CD says whether what provisions the cluster has the change',
          }
        : there;
    case 'synced':
      return delivery.isSettled
        ? there
        : {
            state: 'coming',
            source,
            message: 'The cluster is ACTIVE; what belongs to it is coming',
          };
    default:
      return {
        state: 'coming',
        source: 'argocd',
        message:
          delivery.message ??
          'Waits for what provisions the cluster to have the change',
      };
  }
}

function isDone({ isSettled, state }: RequestSighting['delivery']): boolean {
  return state === 'synced' && isSettled === true;
}
