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
  renderLinkTemplate,
  type PolicyDetail,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRecord } from '../../inventory/types';
import { isWebUrl } from '../../links/isWebUrl';
import type { FindingRecord } from '../store/types';
import type { PolicyRecord } from '../types';
import { levelOf, type LinkLevel } from './placeholders';
import type { PolicyLinkConfig } from './readPolicyLinks';
import { reportSource } from './reportSource';

/** A way out of the portal. */
export type PolicyLink = PolicyDetail['links'][number];

type Values = Record<string, string | undefined>;

/**
 * Ways out of the portal: documentation, the Argo CD application that brings a
 * policy, and what `eksFleet.policies.links` names, such as Policy Reporter. A
 * link is left out where something that it takes is not known.
 */
export class PolicyLinks {
  readonly #config: PolicyLinkConfig;

  constructor(config: PolicyLinkConfig) {
    this.#config = config;
  }

  /** About a policy wherever it is. */
  ofPolicy(policy: PolicyRecord): PolicyLink[] {
    return distinct([
      ...documentation(policy),
      ...this.#render(['policy'], valuesOfPolicy(policy)),
    ]);
  }

  /** About a cluster and all its policies. */
  ofCluster(cluster: ClusterRecord): PolicyLink[] {
    return this.#render(['cluster'], valuesOfCluster(cluster));
  }

  /** About a policy on one cluster. */
  ofPolicyOn(
    policy: PolicyRecord,
    cluster: ClusterRecord,
    argocdApplication: string | undefined,
  ): PolicyLink[] {
    return distinct([
      ...this.#application(argocdApplication),
      ...this.#render(['policy'], {
        ...valuesOfCluster(cluster),
        ...valuesOfPolicy(policy),
        argocdApplication,
      }),
    ]);
  }

  /** About one finding; those about its policy and its cluster are among them. */
  ofFinding(
    record: FindingRecord,
    argocdApplication: string | undefined,
  ): PolicyLink[] {
    const { cluster, fingerprint, kind, name, namespace, policy } = record;
    return distinct([
      ...documentation(policy),
      ...this.#application(argocdApplication),
      ...this.#render(['finding', 'policy', 'cluster'], {
        ...valuesOfCluster(cluster),
        ...valuesOfPolicy(policy),
        argocdApplication,
        namespace,
        kind,
        resource: name,
        fingerprint,
      }),
    ]);
  }

  #render(levels: LinkLevel[], values: Values): PolicyLink[] {
    return this.#config.templates
      .filter(template => levels.includes(levelOf(template)))
      .flatMap(({ title, url }) => {
        const rendered = renderLinkTemplate(url, values);
        return rendered ? [{ title, url: rendered }] : [];
      });
  }

  #application(name: string | undefined): PolicyLink[] {
    const { argocdUrl } = this.#config;
    const url =
      argocdUrl &&
      renderLinkTemplate(`${argocdUrl}/applications/{name}`, { name });
    return url ? [{ title: `Argo CD application ${name}`, url }] : [];
  }
}

function documentation({ documentation: url }: PolicyRecord): PolicyLink[] {
  return url && isWebUrl(url) ? [{ title: 'Documentation', url }] : [];
}

function valuesOfCluster(cluster: ClusterRecord): Values {
  const { accountId, arn, labels, name, partition, region } = cluster;
  return {
    cluster: name,
    arn,
    account: accountId,
    region,
    partition,
    ...Object.fromEntries(
      Object.entries(labels).map(([key, value]) => [`label.${key}`, value]),
    ),
  };
}

function valuesOfPolicy(policy: PolicyRecord): Values {
  const { engine, kind, name, namespace } = policy;
  return {
    policy: name,
    policyKind: kind,
    policyNamespace: namespace,
    engine,
    source: reportSource(policy),
  };
}

function distinct(links: PolicyLink[]): PolicyLink[] {
  return [...new Map(links.map(link => [link.url, link])).values()];
}
