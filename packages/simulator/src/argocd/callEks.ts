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

import type { CallContext } from '../aws/types';
import type { Principal } from '../aws/CredentialStore';
import type { Cluster } from '../model/types';
import { eksService } from '../services/eks';
import type { ProvisioningCall } from './nextProvisioning';

/** What a call to EKS from within the cloud needs. */
export type EksHands = Omit<
  CallContext,
  'account' | 'call' | 'caller' | 'region'
>;

const ROLE = 'fleet-provisioner';

/**
 * Calls EKS as a provisioner's role in the cluster's own account does: by the
 * same rules, without a way over the network.
 *
 * @throws AwsError
 */
export function callEks(
  hands: EksHands,
  cluster: Cluster,
  { operation, parameters }: ProvisioningCall,
): void {
  const { accountId, region, name } = cluster;
  const context: CallContext = {
    ...hands,
    account: hands.model.account(accountId),
    region,
    caller: provisionerOf(cluster),
    call: {
      operation,
      cluster: name,
      parameters: { name, ...parameters },
    },
  };
  eksService.operations[operation].handle(context);
}

function provisionerOf({ accountId, partition }: Cluster): Principal {
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
