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

import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { memoizeCredentials } from '../../aws/memoizeCredentials';
import type { AwsTarget, EksFleetAwsService } from '../../aws/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { KubernetesClient } from '../client/KubernetesClient';
import { checkEndpoint } from './eksHosts';
import { createEksToken } from './eksToken';
import { findKubernetesProxy, type KubernetesProxy } from './proxies';

/** A token is good for 15 minutes; this leaves time to use it. */
const TOKEN_AGE_MS = 10 * 60 * 1000;

/**
 * How clusters' APIs are reached: all of it from configuration.
 *
 * @public
 */
export interface EksKubernetesAccessOptions {
  aws: EksFleetAwsService;
  /** The role in each account that access entries map; `eks-fleet-kubernetes` by default. */
  roleName?: string;
  externalId?: string;
  /** Hosts besides those of EKS; they may be this machine. */
  dangerouslyAllowHosts?: string[];
  /** The first that is for a cluster is used; without one the way is direct. */
  proxies?: readonly KubernetesProxy[];
  now?: () => Date;
}

/**
 * Direct access to clusters' APIs: the account's role for Kubernetes, assumed
 * from the account's reader role, asks with tokens that are bound to one
 * cluster. Endpoint and authority are those that EKS `DescribeCluster` gave to
 * our own credentials.
 *
 * @public
 */
export class EksKubernetesAccess {
  readonly #options: EksKubernetesAccessOptions;
  readonly #roleName: string;
  readonly #now: () => Date;
  readonly #credentials = new Map<string, AwsCredentialIdentityProvider>();

  static create(options: EksKubernetesAccessOptions): EksKubernetesAccess {
    return new EksKubernetesAccess(options);
  }

  private constructor(options: EksKubernetesAccessOptions) {
    this.#options = options;
    this.#roleName = options.roleName ?? 'eks-fleet-kubernetes';
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * A client of one cluster's API, for the caller to close. Nothing is called
   * yet.
   *
   * @throws ObservationFailure where the endpoint is not one of EKS
   */
  connect(
    cluster: AwsTarget & { name: string },
    controlPlane: ControlPlaneDocument,
  ): KubernetesClient {
    const { endpoint, certificateAuthority } = controlPlane;
    if (!endpoint || !certificateAuthority) {
      throw new ObservationFailure(
        'unreachable',
        'EKS has given the cluster no endpoint yet',
      );
    }
    const { partition, region, name: clusterName } = cluster;
    const { dangerouslyAllowHosts, proxies = [] } = this.#options;
    const { url, listed } = checkEndpoint(endpoint, {
      partition,
      region,
      dangerouslyAllowHosts,
    });
    const subject = { partition, region, clusterName };
    let token: { text: string; signedAt: Date } | undefined;
    return KubernetesClient.create({
      endpoint: url.toString(),
      certificateAuthority: Buffer.from(
        certificateAuthority,
        'base64',
      ).toString(),
      identity: this.#roleArn(cluster),
      allowLocalAddresses: listed,
      proxy: findKubernetesProxy(proxies, cluster),
      token: async () => {
        const now = this.#now();
        if (!token || now.getTime() - token.signedAt.getTime() > TOKEN_AGE_MS) {
          const credentials = await this.#credentialsOf(cluster)();
          token = {
            text: await createEksToken(subject, credentials, now),
            signedAt: now,
          };
        }
        return token.text;
      },
    });
  }

  #roleArn({ partition, accountId }: AwsTarget): string {
    return `arn:${partition}:iam::${accountId}:role/${this.#roleName}`;
  }

  #credentialsOf(target: AwsTarget): AwsCredentialIdentityProvider {
    const key = `${target.partition}/${target.accountId}`;
    let provider = this.#credentials.get(key);
    if (!provider) {
      provider = memoizeCredentials(
        () => this.#assumeRole(target),
        () => this.#now().getTime(),
      );
      this.#credentials.set(key, provider);
    }
    return provider;
  }

  async #assumeRole(target: AwsTarget) {
    const { aws, externalId } = this.#options;
    const { Credentials: credentials } = await aws.sts(target).send(
      new AssumeRoleCommand({
        RoleArn: this.#roleArn(target),
        RoleSessionName: 'backstage-eks-fleet',
        ExternalId: externalId,
      }),
    );
    if (!credentials?.AccessKeyId || !credentials.SecretAccessKey) {
      throw new ObservationFailure(
        'unauthenticated',
        `STS gave no credentials for ${this.#roleArn(target)}`,
      );
    }
    return {
      accessKeyId: credentials.AccessKeyId,
      secretAccessKey: credentials.SecretAccessKey,
      sessionToken: credentials.SessionToken,
      expiration: credentials.Expiration,
    };
  }
}
