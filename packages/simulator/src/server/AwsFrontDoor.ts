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

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { authenticate } from '../aws/authenticate';
import {
  denialOf,
  explicitDenyMessage,
  implicitDenyMessage,
} from '../aws/authorize';
import type { Principal } from '../aws/CredentialStore';
import { AwsError, type CommonErrorKind } from '../aws/errors';
import type { HttpAnswer } from '../aws/protocols';
import type { RateLimiter } from '../aws/rateLimits';
import { readSignature } from '../aws/signature';
import type {
  AwsService,
  CallContext,
  HttpRequest,
  Operation,
  ServiceCall,
} from '../aws/types';
import { PARTITIONS } from '../model/partitions';
import { findService, guessService } from '../services';
import type { CallLog } from './CallLog';
import type { Faults, FaultSpec } from './faults';

/** An answer, and how much of it may arrive. */
export interface Delivery {
  answer: HttpAnswer;
  /** Where the connection breaks, or that it stays and nothing comes. */
  cut?: 'start' | 'body' | 'hang';
}

/** What one request has turned out to be. */
interface Visit {
  service: AwsService;
  call: ServiceCall;
  accountId: string;
  region: string;
  requestId: string;
  cut?: Delivery['cut'];
}

/** What lies behind the door. */
export type Cloud = Pick<
  CallContext,
  'model' | 'clock' | 'credentials' | 'pageTokens' | 'kubernetes'
> & {
  faults: Faults;
  calls: CallLog;
  /** Absent where limits are off. */
  rateLimiter?: RateLimiter;
  latencyMs: number;
};

/**
 * Takes one AWS request through what every service has in common: signature,
 * Region, faults, limits, policies.
 */
export class AwsFrontDoor {
  readonly #cloud: Cloud;

  static create(cloud: Cloud): AwsFrontDoor {
    return new AwsFrontDoor(cloud);
  }

  private constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  async visit(request: HttpRequest): Promise<Delivery> {
    const signature = readSignature(request);
    const visit: Visit = {
      service: signature
        ? findService(signature.service) ?? guessService(request)
        : guessService(request),
      call: { operation: 'unknown', parameters: {} },
      accountId: '',
      region: signature?.region ?? '',
      requestId: randomUUID(),
    };
    const { calls, latencyMs } = this.#cloud;
    calls.begin();
    if (latencyMs > 0) {
      await sleep(latencyMs);
    }
    let answer: HttpAnswer;
    let error: AwsError | undefined;
    try {
      const result = await this.#perform(visit, request);
      answer = visit.service.protocol.renderResult(
        visit.call.operation,
        result,
        visit.requestId,
      );
    } catch (thrown) {
      error = asAwsError(thrown, visit.service);
      answer = visit.service.protocol.renderError(error, visit.requestId);
    }
    calls.end({
      service: visit.service.name,
      operation: visit.call.operation,
      accountId: visit.accountId,
      region: visit.region,
      status: visit.cut ? 0 : answer.status,
      error: errorOf(visit, error),
    });
    return { answer, cut: visit.cut };
  }

  async #perform(visit: Visit, request: HttpRequest): Promise<unknown> {
    const { service } = visit;
    const { model, credentials, faults, rateLimiter } = this.#cloud;
    visit.call = service.resolve(request);
    const { call } = visit;
    visit.accountId = call.accountId ?? '';

    const authentication = authenticate(request, credentials);
    if ('failure' in authentication) {
      throw commonError(service, authentication.failure);
    }
    const { principal: caller, signature } = authentication;
    visit.accountId = call.accountId ?? caller.accountId;
    if (signature.service !== service.name) {
      throw commonError(
        service,
        'invalidSignature',
        `Credential should be scoped to correct service: '${service.name}'.`,
      );
    }
    this.#checkRegion(service, caller, visit.region);

    const operation = service.operations[call.operation];
    const context: CallContext = {
      ...this.#cloud,
      call,
      caller,
      account: model.account(caller.accountId),
      region: visit.region,
    };
    const subject = {
      service: service.name,
      operation: call.operation,
      accountId: visit.accountId,
      region: visit.region,
      cluster: call.cluster,
      hasPageToken: call.pageToken !== undefined,
    };
    const fault = faults.take(subject);
    if (fault) {
      await applyBefore(fault, visit, operation, context);
    }
    const admitted =
      !rateLimiter ||
      rateLimiter.admit({
        service: service.name,
        operation: call.operation,
        accountId: caller.accountId,
        region: visit.region,
      });
    if (!admitted) {
      throw commonError(service, 'throttled');
    }
    if (operation.action) {
      const denial = denialOf(model, caller, {
        action: operation.action,
        resource: operation.resource?.(context) ?? '*',
        region: visit.region,
      });
      if (denial) {
        throw commonError(service, 'denied', denial);
      }
    }
    const result = operation.handle(context);
    if (faults.take(subject, 'accepted')) {
      visit.cut = 'start';
    }
    return result;
  }

  #checkRegion(service: AwsService, caller: Principal, region: string): void {
    const account = this.#cloud.model.findAccount(caller.accountId);
    if (!account || account.state === 'CLOSED') {
      throw commonError(service, 'unknownCredentials');
    }
    const { homeRegion } = PARTITIONS[account.partition];
    if (service.homeRegionOnly && region !== homeRegion) {
      throw commonError(
        service,
        'invalidSignature',
        `Credential should be scoped to a valid Region, not '${region}'. `,
      );
    }
    const status = account.regions.get(region);
    if (status !== 'ENABLED' && status !== 'ENABLED_BY_DEFAULT') {
      throw commonError(service, 'unknownCredentials');
    }
  }
}

async function applyBefore(
  fault: FaultSpec,
  visit: Visit,
  operation: Operation,
  context: CallContext,
): Promise<void> {
  if (fault.delayMs) {
    await sleep(fault.delayMs);
  }
  const { service } = visit;
  const action = operation.action ?? `${service.name}:${visit.call.operation}`;
  const resource = operation.resource?.(context) ?? '*';
  switch (fault.effect) {
    case 'throttle':
      throw commonError(service, 'throttled');
    case 'deny':
      throw commonError(
        service,
        'denied',
        implicitDenyMessage(context.caller, action, resource),
      );
    case 'explicitDeny':
      throw commonError(
        service,
        'denied',
        explicitDenyMessage(context.caller, action, resource),
      );
    case 'error':
      throw commonError(service, 'internal');
    case 'expireCredentials':
      throw commonError(service, 'expiredCredentials');
    case 'expireToken':
      visit.call.pageToken = 'expired';
      break;
    case 'reset':
      visit.cut = fault.at ?? 'start';
      break;
    case 'hang':
      visit.cut = 'hang';
      break;
    default:
  }
}

function errorOf({ cut }: Visit, error?: AwsError): string | undefined {
  if (cut === undefined) {
    return error?.code;
  }
  return cut === 'hang' ? 'NoAnswer' : 'ConnectionReset';
}

function commonError(
  service: AwsService,
  kind: CommonErrorKind,
  message?: string,
): AwsError {
  const known = service.protocol.errors[kind];
  return new AwsError(known.code, known.status, message ?? known.message);
}

function asAwsError(thrown: unknown, service: AwsService): AwsError {
  if (thrown instanceof AwsError) {
    return thrown;
  }
  if (thrown instanceof URIError) {
    return commonError(service, 'invalidSignature', 'Malformed request URI.');
  }
  return commonError(service, 'internal', `The simulator failed: ${thrown}`);
}
