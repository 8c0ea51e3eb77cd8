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

import { AccountClient } from '@aws-sdk/client-account';
import { EC2Client } from '@aws-sdk/client-ec2';
import { EKSClient } from '@aws-sdk/client-eks';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { Config } from '@backstage/config';
import {
  DefaultAwsCredentialsManager,
  type AwsCredentialsManager,
} from '@backstage/integration-aws-node';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Client } from '@smithy/types';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { CallLimiter, type CallLimits } from './CallLimiter';
import { InFlightCap } from './InFlightCap';
import { limitCalls } from './limitCalls';
import { memoizeCredentials } from './memoizeCredentials';
import { listZonalShifts } from './listZonalShifts';
import { homeRegion } from './regions';
import { signedGet } from './signedGet';
import type {
  AwsCall,
  AwsRoleSession,
  AwsTarget,
  EksFleetAwsService,
  ZonalShift,
} from './types';

const DEFAULT_LIMITS: CallLimits = { requestsPerSecond: 10, burst: 20 };
/** What AWS documents of `GetFindings`; it is no matter of a target's. */
const SECURITY_HUB_LIMITS: CallLimits = { requestsPerSecond: 3, burst: 6 };
const MAX_IN_FLIGHT = 64;
const MAX_ATTEMPTS = 5;
const USER_AGENT = 'backstage-eks-fleet';

type ClientOptions = {
  region: string;
  credentials: AwsCredentialIdentityProvider;
  requestHandler: NodeHttpHandler;
  maxAttempts: number;
  customUserAgent: string;
};

/**
 * {@link EksFleetAwsService} over `@backstage/integration-aws-node`.
 *
 * @public
 */
export class DefaultEksFleetAwsService implements EksFleetAwsService {
  readonly #credentialsManager: AwsCredentialsManager;
  readonly #roleNames: (accountId: string) => string | undefined;
  readonly #externalIds: (accountId: string) => string | undefined;
  readonly #cap: InFlightCap;
  readonly #requestHandler: NodeHttpHandler;
  readonly #credentials = new Map<string, AwsCredentialIdentityProvider>();
  readonly #clients = new Map<string, unknown>();
  readonly #limiters = new Map<string, CallLimiter | undefined>();
  readonly #limits = new Map<string, CallLimits | 'off'>();
  #listener?: (call: AwsCall) => void;

  static fromConfig(config: Config): DefaultEksFleetAwsService {
    return new DefaultEksFleetAwsService(
      DefaultAwsCredentialsManager.fromConfig(config),
      readByAccount(config, 'roleName'),
      readByAccount(config, 'externalId'),
    );
  }

  private constructor(
    credentialsManager: AwsCredentialsManager,
    roleNames: (accountId: string) => string | undefined,
    externalIds: (accountId: string) => string | undefined,
  ) {
    this.#credentialsManager = credentialsManager;
    this.#roleNames = roleNames;
    this.#externalIds = externalIds;
    this.#cap = new InFlightCap(MAX_IN_FLIGHT);
    // One pool for all clients: a pool per client would hold a socket per
    // account, Region and service open.
    const sockets = { keepAlive: true, maxSockets: MAX_IN_FLIGHT };
    this.#requestHandler = new NodeHttpHandler({
      connectionTimeout: 5_000,
      requestTimeout: 20_000,
      httpAgent: new HttpAgent(sockets),
      httpsAgent: new HttpsAgent(sockets),
    });
  }

  setLimits(target: AwsTarget, limits: CallLimits | 'off'): void {
    const key = limitKey(target);
    const present = this.#limits.get(key);
    if (
      present === limits ||
      (typeof present === 'object' &&
        typeof limits === 'object' &&
        present.requestsPerSecond === limits.requestsPerSecond &&
        present.burst === limits.burst)
    ) {
      return;
    }
    this.#limits.set(key, limits);
    for (const service of ['eks', 'ec2']) {
      this.#limiters.delete(`${service}/${key}`);
      this.#clients.delete(`${service}/${key}`);
    }
  }

  onCall(listener: (call: AwsCall) => void): void {
    this.#listener ??= listener;
  }

  roleArn(account: Omit<AwsTarget, 'region'>): string | undefined {
    const { partition, accountId } = account;
    const roleName = this.#roleNames(accountId);
    return roleName && `arn:${partition}:iam::${accountId}:role/${roleName}`;
  }

  async callerArn(): Promise<string | undefined> {
    const { sdkCredentialProvider, stsRegion } =
      await this.#credentialsManager.getCredentialProvider();
    const client = new STSClient({
      region: stsRegion ?? 'us-east-1',
      credentials: sdkCredentialProvider,
      requestHandler: this.#requestHandler,
    });
    try {
      const { Arn } = await client.send(new GetCallerIdentityCommand({}));
      return Arn;
    } catch {
      // It only makes an advice complete; the call it is about says what failed.
      return undefined;
    }
  }

  eks(target: AwsTarget): EKSClient {
    return this.#client('eks', target, options => new EKSClient(options));
  }

  eksAs(target: AwsTarget, session: AwsRoleSession): EKSClient {
    const client = new EKSClient({
      region: target.region,
      credentials: this.#assume(target, session),
      requestHandler: this.#requestHandler,
      maxAttempts: 1,
      customUserAgent: USER_AGENT,
    });
    limitCalls(client, {
      limiter: this.#limiter(`eks/${limitKey(target)}`, target),
      cap: this.#cap,
      onCall: call => this.#listener?.(call),
    });
    return client;
  }

  ec2(target: AwsTarget): EC2Client {
    return this.#client('ec2', target, options => new EC2Client(options));
  }

  s3(target: AwsTarget): S3Client {
    return this.#client('s3', target, options => new S3Client(options));
  }

  sts(target: AwsTarget): STSClient {
    return this.#client('sts', target, options => new STSClient(options));
  }

  account(target: AwsTarget): AccountClient {
    return this.#client(
      'account',
      target,
      options => new AccountClient(options),
    );
  }

  organizations(account: Omit<AwsTarget, 'region'>): OrganizationsClient {
    const target = { ...account, region: homeRegion(account.partition) };
    return this.#client(
      'organizations',
      target,
      options => new OrganizationsClient(options),
    );
  }

  securityHub(target: AwsTarget): SecurityHubClient {
    return this.#client(
      'securityHub',
      target,
      options => new SecurityHubClient(options),
      SECURITY_HUB_LIMITS,
    );
  }

  async listZonalShifts(
    target: AwsTarget,
    signal?: AbortSignal,
  ): Promise<ZonalShift[]> {
    const limiter = this.#limiter(`zonalShift/${limitKey(target)}`, target);
    const credentials = this.#credentialsOf(target.accountId);
    return listZonalShifts(target, url => {
      const call = () =>
        signedGet(url, {
          service: 'arc-zonal-shift',
          region: target.region,
          credentials,
          signal,
        });
      return limiter ? limiter.run(this.#cap, call) : this.#cap.run(call);
    });
  }

  #client<T extends Client<any, any, any>>(
    service: string,
    target: AwsTarget,
    create: (options: ClientOptions) => T,
    limits?: CallLimits,
  ): T {
    const key = `${service}/${limitKey(target)}`;
    const present = this.#clients.get(key);
    if (present) {
      return present as T;
    }
    const client = create({
      region: target.region,
      credentials: this.#credentialsOf(target.accountId),
      requestHandler: this.#requestHandler,
      maxAttempts: MAX_ATTEMPTS,
      customUserAgent: USER_AGENT,
    });
    limitCalls(client, {
      limiter: this.#limiter(key, target, limits),
      cap: this.#cap,
      onCall: call => this.#listener?.(call),
    });
    this.#clients.set(key, client);
    return client;
  }

  #limiter(
    key: string,
    target: AwsTarget,
    ofService?: CallLimits,
  ): CallLimiter | undefined {
    if (!this.#limiters.has(key)) {
      const ofTarget = this.#limits.get(limitKey(target)) ?? DEFAULT_LIMITS;
      this.#limiters.set(
        key,
        ofTarget === 'off' ? undefined : new CallLimiter(ofService ?? ofTarget),
      );
    }
    return this.#limiters.get(key);
  }

  /** From the base credentials, and never by way of the account's reader. */
  #assume(
    { accountId, partition, region }: AwsTarget,
    { roleName, sessionName, sourceIdentity }: AwsRoleSession,
  ): AwsCredentialIdentityProvider {
    return async () => {
      const { sdkCredentialProvider } =
        await this.#credentialsManager.getCredentialProvider();
      const sts = new STSClient({
        region,
        credentials: sdkCredentialProvider,
        requestHandler: this.#requestHandler,
        customUserAgent: USER_AGENT,
      });
      const { Credentials: assumed } = await sts.send(
        new AssumeRoleCommand({
          RoleArn: `arn:${partition}:iam::${accountId}:role/${roleName}`,
          RoleSessionName: sessionName,
          SourceIdentity: sourceIdentity,
          ExternalId: this.#externalIds(accountId),
        }),
      );
      return {
        accessKeyId: assumed?.AccessKeyId ?? '',
        secretAccessKey: assumed?.SecretAccessKey ?? '',
        sessionToken: assumed?.SessionToken,
        expiration: assumed?.Expiration,
      };
    };
  }

  #credentialsOf(accountId: string): AwsCredentialIdentityProvider {
    let credentials = this.#credentials.get(accountId);
    if (!credentials) {
      credentials = memoizeCredentials(async properties => {
        const { sdkCredentialProvider } =
          await this.#credentialsManager.getCredentialProvider({ accountId });
        return sdkCredentialProvider(properties);
      });
      this.#credentials.set(accountId, credentials);
    }
    return credentials;
  }
}

function limitKey(target: AwsTarget): string {
  return `${target.partition}/${target.accountId}/${target.region}`;
}

function readByAccount(
  config: Config,
  field: 'roleName' | 'externalId',
): (accountId: string) => string | undefined {
  const values = new Map(
    (config.getOptionalConfigArray('aws.accounts') ?? []).map(account => [
      account.getString('accountId'),
      account.getOptionalString(field),
    ]),
  );
  const fallback = config.getOptionalString(`aws.accountDefaults.${field}`);
  return accountId =>
    values.has(accountId) ? values.get(accountId) : fallback;
}
