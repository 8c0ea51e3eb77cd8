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

import { AwsError } from '../aws/errors';
import type { CallContext } from '../aws/types';
import type { Principal } from '../aws/CredentialStore';
import type { Partition } from '../model/partitions';
import type { CallLog } from '../server/CallLog';
import { eksService } from '../services/eks';
import type { EksCall } from './clusters/eksCalls';
import type { ClusterPlace } from './clusters/plans/types';

/** What a call to EKS from within the cloud needs. */
export interface EksHands
  extends Omit<CallContext, 'account' | 'call' | 'caller' | 'region'> {
  calls: CallLog;
}

const ROLE = 'fleet-provisioner';

/**
 * Calls EKS as a provisioner's role in the cluster's own account does: by the
 * same rules, without a way over the network. It is counted as its call.
 *
 * @throws an Error in the words of AWS
 */
export function callEks(
  hands: EksHands,
  place: ClusterPlace,
  { operation, parameters }: EksCall,
): void {
  const { accountId, region, name } = place;
  const account = hands.model.findAccount(accountId);
  const call = { service: 'eks', operation, accountId, region, caller: ROLE };
  if (!account || account.state !== 'ACTIVE') {
    throw new Error(
      `AccessDenied: User is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${accountId}:role/${ROLE}`,
    );
  }
  const context: CallContext = {
    ...hands,
    account,
    region,
    caller: provisionerOf(accountId, account.partition),
    call: {
      operation,
      cluster: name,
      parameters: { name, ...parameters },
    },
  };
  try {
    eksService.operations[operation].handle(context);
    hands.calls.record({ ...call, status: 200 });
  } catch (error) {
    if (error instanceof AwsError) {
      const { code, status } = error;
      hands.calls.record({ ...call, status, error: code });
    }
    throw error;
  }
}

function provisionerOf(accountId: string, partition: Partition): Principal {
  const iam = `arn:${partition}:iam::${accountId}`;
  return {
    accountId,
    partition,
    roleName: ROLE,
    roleArn: `${iam}:role/${ROLE}`,
    arn: `arn:${partition}:sts::${accountId}:assumed-role/${ROLE}/${ROLE}`,
    userId: `AROA${ROLE}`,
    assumed: true,
  };
}
