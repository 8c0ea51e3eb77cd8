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
  versionRank,
  type KubernetesAddon,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { judgeComponent } from '../compatibility';
import type { Finding } from '../types';
import type { AssessmentContext, Rule } from './context';
import { createFinding, evidenceOf } from './findings';
import { allowedSkew, minorOf } from './versions';

const KIND = 'kubernetesAddons';

/** What runs in the cluster without EKS managing it. */
export const findComponents: Rule = context => {
  const managed = new Set(
    (context.documents.addons?.addons ?? []).map(({ name }) => name),
  );
  return [
    ...(context.documents.kubernetesAddons?.addons ?? [])
      .filter(({ component }) => !managed.has(component))
      .filter(({ component }) => component !== 'kube-proxy')
      .flatMap(addon => findCompatibility(context, addon)),
    ...findKubeProxySkew(context),
  ];
};

function findCompatibility(
  context: AssessmentContext,
  addon: KubernetesAddon,
): Finding[] {
  const { component, version } = addon;
  for (const hop of context.hops) {
    const judgement = judgeComponent(context.compatibility, {
      component,
      version,
      kubernetesVersion: hop,
    });
    if (judgement.state !== 'compatible') {
      const name = `${component} ${version ?? ''}`.trim();
      const common = {
        subject: {
          kind: 'component',
          namespace: addon.namespace,
          name: component,
        },
        evidence: evidenceOf(context, KIND, {
          version,
          image: addon.image,
          workload: addon.workload,
          table: judgement.source,
          tableAsOf: judgement.asOf,
        }),
        hop,
        fix:
          judgement.firstGood &&
          `Move ${component} to ${judgement.firstGood} or later first.`,
      };
      return [
        judgement.state === 'incompatible'
          ? createFinding(context, {
              ...common,
              code: 'component-incompatible',
              about: [component, hop, addon.namespace],
              cause: [component, hop],
              severity: 'blocking',
              title: `${component} is not compatible with ${hop}`,
              message: `${name} does not go with Kubernetes ${hop}`,
            })
          : createFinding(context, {
              ...common,
              code: `component-${judgement.state}`,
              about: [component, hop, addon.namespace],
              cause: [component, hop],
              severity: judgement.state === 'untold' ? 'info' : 'warning',
              title:
                judgement.state === 'untested'
                  ? `${component} was not tested with ${hop}`
                  : `Whether ${component} goes with ${hop} is not known`,
              message:
                judgement.state === 'untested'
                  ? `${name} was not tested with Kubernetes ${hop} by those who make it`
                  : `Whether ${name} goes with Kubernetes ${hop} is not known`,
            }),
      ];
    }
  }
  return [];
}

/** kube-proxy may trail the control plane as kubelets may, whoever manages it. */
function findKubeProxySkew(context: AssessmentContext): Finding[] {
  const { documents, hops, addonVersions } = context;
  const managed = documents.addons?.addons.find(
    ({ name }) => name === 'kube-proxy',
  );
  // What EKS lists for a hop already knows this.
  const isJudged =
    managed !== undefined &&
    hops.every(
      hop => (addonVersions.get(hop)?.addons['kube-proxy'] ?? []).length > 0,
    );
  const versions = [
    ...(documents.kubernetesNodes?.sets ?? []).map(set => set.kubeProxyVersion),
    ...(documents.kubernetesAddons?.addons ?? [])
      .filter(({ component }) => component === 'kube-proxy')
      .map(({ version }) => version),
    managed?.version,
  ]
    .map(minorOf)
    .flatMap(version => version ?? []);
  const [oldest] = versions.sort((a, b) => versionRank(a) - versionRank(b));
  const hop = hops.find(
    version =>
      versionRank(version) - versionRank(oldest) >
      allowedSkew(versionRank(oldest)),
  );
  if (isJudged || oldest === undefined || hop === undefined) {
    return [];
  }
  return [
    createFinding(context, {
      code: 'kube-proxy-skew',
      cause: [oldest],
      severity: 'blocking',
      title: `kube-proxy ${oldest} is too far behind`,
      message: `kube-proxy ${oldest} cannot trail a control plane of ${hop}`,
      subject: { kind: 'component', name: 'kube-proxy' },
      evidence: evidenceOf(context, KIND, { version: oldest }),
      hop,
      fix: `Move kube-proxy to ${context.current ?? hop} first.`,
    }),
  ];
}
