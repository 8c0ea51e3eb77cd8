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
  fields,
  flag,
  integer,
  isRecord,
  list,
  oneOf,
  optional,
  ordered,
  orElse,
  record,
  sorted,
  text,
  type Reader,
} from '../clusterSpec/readers';
import * as texts from '../clusterSpec/texts';
import { clusterPlace } from './clusterPlace';
import { bytes, cpu } from './quantityReaders';
import { repositoryPattern, type SourceHosts } from './repositoryUrl';
import { teamOwner } from './team';
import type {
  ContainerAmounts,
  NamespaceAccess,
  NamespaceLimits,
  NamespaceNetwork,
  NamespacePodIdentity,
  NamespacePodSecurity,
  NamespaceProject,
  NamespaceQuota,
  NamespaceSpec,
} from './types';

const podSecurity = fields<NamespacePodSecurity>({
  level: oneOf('restricted', 'baseline', 'privileged'),
  version: orElse(
    text(/^(latest|v1\.\d{2})$/, 'latest or a minor version, such as v1.34'),
    'latest',
  ),
});

const count = integer(0, 10_000);

const quota = fields<NamespaceQuota>({
  cpuRequests: cpu,
  memoryRequests: bytes,
  memoryLimits: bytes,
  cpuLimits: optional(cpu),
  gpus: orElse(count, 0),
  pods: count,
  storage: orElse(bytes, '0'),
  persistentVolumeClaims: orElse(count, 0),
  loadBalancers: orElse(count, 0),
  nodePorts: orElse(count, 0),
});

const amounts = orElse(
  fields<ContainerAmounts>({ cpu: optional(cpu), memory: optional(bytes) }),
  {},
);

const DEFAULT_LIMITS: NamespaceLimits = {
  default: { memory: '512Mi' },
  defaultRequest: { cpu: '100m', memory: '128Mi' },
  min: {},
  max: {},
};

const limits = fields<NamespaceLimits>({
  default: orElse(
    fields<NamespaceLimits['default']>({ cpu: optional(cpu), memory: bytes }),
    DEFAULT_LIMITS.default,
  ),
  defaultRequest: orElse(
    fields<NamespaceLimits['defaultRequest']>({ cpu, memory: bytes }),
    DEFAULT_LIMITS.defaultRequest,
  ),
  min: amounts,
  max: amounts,
});

const port = integer(1, 65_535);

const network = fields<NamespaceNetwork>({
  allowFromNamespaces: sorted(list(texts.namespace, 50)),
  allowFromIngress: orElse(flag, false),
  allowToNamespaces: sorted(list(texts.namespace, 50)),
  allowToInternet: orElse(flag, false),
  allowToCidrs: ordered(
    list(
      fields<NamespaceNetwork['allowToCidrs'][number]>({
        cidr: texts.cidr,
        ports: ordered(list(port, 20), each => String(each).padStart(5, '0')),
      }),
      50,
      ({ cidr }) => cidr,
    ),
    ({ cidr }) => cidr,
  ),
});

const CLOSED: NamespaceNetwork = {
  allowFromNamespaces: [],
  allowFromIngress: false,
  allowToNamespaces: [],
  allowToInternet: false,
  allowToCidrs: [],
};

const level = oneOf('view', 'edit');

const groupAccess = fields<
  Extract<NamespaceAccess, { kubernetesGroup: string }>
>({
  kubernetesGroup: texts.kubernetesGroup,
  level,
});

const principalAccess = fields<
  Extract<NamespaceAccess, { principalArn: string }>
>({
  principalArn: texts.principalArn,
  level,
});

/** A principal of AWS where one is given, else a group of Kubernetes. */
const access: Reader<NamespaceAccess> = {
  read(value, place) {
    const isPrincipal = isRecord(value) && 'principalArn' in value;
    return isPrincipal
      ? principalAccess.read(value, place)
      : groupAccess.read(value, place);
  },
};

const whose = (each: NamespaceAccess) =>
  'principalArn' in each ? each.principalArn : each.kubernetesGroup;

const podIdentities = list(
  fields<NamespacePodIdentity>({
    serviceAccount: texts.serviceAccount,
    roleArn: texts.roleArn,
  }),
  20,
  ({ serviceAccount }) => serviceAccount,
);

/** Each field by itself; what several must agree on is `checkAgreement`'s. */
export function specReader(hosts: SourceHosts): Reader<NamespaceSpec> {
  return fields<NamespaceSpec>({
    name: texts.namespace,
    cluster: clusterPlace,
    environment: texts.environment,
    owner: teamOwner,
    costCenter: optional(
      text(
        /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/,
        'at most 63 letters, digits, ., _ and -, such as cc-4711',
      ),
    ),
    podSecurity,
    quota,
    limits: orElse(limits, DEFAULT_LIMITS),
    network: orElse(network, CLOSED),
    access: ordered(list(access, 20, whose), whose),
    podIdentityAssociations: ordered(
      podIdentities,
      ({ serviceAccount }) => serviceAccount,
    ),
    project: fields<NamespaceProject>({
      sourceRepos: sorted(list(repositoryPattern(hosts), 50)),
    }),
    capsuleTenant: optional(texts.namespace),
    expiresOn: optional(texts.day),
    labels: record(texts.labelKey, texts.labelValue, 30),
    lifecycle: orElse(oneOf('active', 'deleting'), 'active'),
  });
}
