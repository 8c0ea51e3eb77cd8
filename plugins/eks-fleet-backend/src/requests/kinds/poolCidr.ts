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
  checkClusterSpec,
  VPC_CIDR_FROM_POOL,
  type ClusterSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { nextFreeCidr, type PreflightGround } from '../preflight';
import { RequestRefusal } from '../types';

/** No block that is chosen; services cannot have it, so that it is in nobody's way. */
const ANY = '100.64.0.0/16';

/** Takes a bill of materials whose CIDR may yet be the pools' to choose. Pure. */
export function checkAskedCluster(
  value: unknown,
): ReturnType<typeof checkClusterSpec> {
  const { network } = (value ?? {}) as { network?: { vpcCidr?: unknown } };
  if (network?.vpcCidr !== VPC_CIDR_FROM_POOL) {
    return checkClusterSpec(value);
  }
  const checked = checkClusterSpec({
    ...(value as object),
    network: { ...network, vpcCidr: ANY },
  });
  return 'spec' in checked
    ? { spec: withCidr(checked.spec, VPC_CIDR_FROM_POOL) }
    : checked;
}

/**
 * The same with the next free block, where the pools are to choose it; what
 * others hold is not free. Pure.
 *
 * @throws RequestRefusal where none is free, or what it gets does not agree with the rest
 */
export function chooseCidr(
  spec: ClusterSpec,
  requestId: string | undefined,
  ground: PreflightGround,
): ClusterSpec {
  const { network } = spec;
  if (!('vpcCidr' in network) || network.vpcCidr !== VPC_CIDR_FROM_POOL) {
    return spec;
  }
  const free = nextFreeCidr({ ...spec, requestId }, ground);
  if ('problem' in free) {
    throw new RequestRefusal([
      {
        field: 'spec.network.vpcCidr',
        message: [free.problem, ...free.unread].join(' '),
      },
    ]);
  }
  const checked = checkClusterSpec(withCidr(spec, free.cidr));
  if ('problems' in checked) {
    throw new RequestRefusal(
      checked.problems.map(({ field, message }) => ({
        field: `spec.${field}`,
        message: `${message} (of the pool ${free.pool} comes ${free.cidr})`,
      })),
    );
  }
  return checked.spec;
}

function withCidr(spec: ClusterSpec, vpcCidr: string): ClusterSpec {
  return { ...spec, network: { ...spec.network, vpcCidr } as never };
}
