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

import type { Rule } from './context';
import { createFinding, evidenceOf } from './findings';

/** EKS needs up to five free addresses in the cluster's subnets to upgrade. */
const NEEDED = 5;

/** Free addresses for the control plane's new network interfaces. */
export const findAddresses: Rule = context => {
  const { documents, cluster } = context;
  const document = documents.subnets;
  if (!document) {
    return [];
  }
  const { missing, subnets } = document;
  const free = subnets.reduce((sum, subnet) => sum + subnet.freeAddresses, 0);
  const full = subnets.filter(subnet => subnet.freeAddresses < NEEDED);
  const facts = Object.fromEntries(
    subnets
      .slice(0, 50)
      .map(subnet => [
        subnet.id,
        [`${subnet.freeAddresses} free`, subnet.availabilityZone, subnet.cidr]
          .filter(Boolean)
          .join(', '),
      ]),
  );
  const findings = missing.map(id =>
    createFinding(context, {
      code: 'subnet-missing',
      about: [id],
      severity: 'blocking',
      title: 'A subnet of the cluster is gone',
      cause: [],
      message: `Subnet ${id} of ${cluster.name} is not there any more; an upgrade fails without it`,
      subject: { kind: 'subnet', name: id },
      evidence: evidenceOf(context, 'subnets'),
      fix: 'Give the cluster other subnets of the same zones (UpdateClusterConfig).',
    }),
  );
  if (free < NEEDED) {
    findings.push(
      createFinding(context, {
        code: 'addresses-short',
        severity: 'blocking',
        title: 'Too few free addresses in the cluster’s subnets',
        message: `The subnets of ${cluster.name} have ${free} free ${
          free === 1 ? 'address' : 'addresses'
        } together; EKS needs up to ${NEEDED} to upgrade the control plane`,
        subject: {
          kind: 'subnet',
          name: subnets.map(({ id }) => id).join(', '),
        },
        evidence: evidenceOf(context, 'subnets', facts),
        fix: 'Free addresses, or give the cluster further subnets of the same zones (UpdateClusterConfig).',
      }),
    );
  } else if (full.length > 0) {
    findings.push(
      createFinding(context, {
        code: 'addresses-low',
        severity: 'warning',
        title: 'A subnet of the cluster is almost full',
        message: `Almost full: ${full
          .map(subnet => `${subnet.id} with ${subnet.freeAddresses} free`)
          .join(', ')}; ${free} are free in all subnets of ${
          cluster.name
        } together`,
        subject: { kind: 'subnet', name: full.map(({ id }) => id).join(', ') },
        evidence: evidenceOf(context, 'subnets', facts),
        fix: 'Free addresses there before nodes and network interfaces are made anew.',
      }),
    );
  }
  return findings;
};
