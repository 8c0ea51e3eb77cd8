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

import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { ObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  homeRegion,
  toObservationError,
  type AwsTarget,
  type EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { TargetError } from './TargetError';

const ASSUME_ROLE = /sts:AssumeRole/;

/**
 * A target's failure in words that an operator can act on, AWS's own words
 * behind them.
 */
export async function explainFailure(
  aws: EksFleetAwsService,
  target: AwsTarget,
  cause: unknown,
): Promise<ObservationError> {
  if (cause instanceof TargetError) {
    const { code, message } = cause;
    return { code, message: inWords(aws, { code, message }, target) };
  }
  const error = toObservationError(cause);
  // A Region that the account has not enabled answers as if the credentials
  // were wrong; they are not if they are good elsewhere.
  if (
    error.code === 'unauthenticated' &&
    /UnrecognizedClientException|InvalidClientTokenId|AuthFailure/.test(
      (cause as Error).name,
    ) &&
    (await worksAtHome(aws, target))
  ) {
    return {
      code: 'disabled',
      message: `Region ${target.region} is not enabled in account ${target.accountId}. Enable it there, or take it from the configured Regions.`,
    };
  }
  return { ...error, message: inWords(aws, error, target) };
}

async function worksAtHome(
  aws: EksFleetAwsService,
  target: AwsTarget,
): Promise<boolean> {
  try {
    const region = homeRegion(target.partition);
    await aws.sts({ ...target, region }).send(new GetCallerIdentityCommand({}));
    return target.region !== region;
  } catch {
    return false;
  }
}

function inWords(
  aws: EksFleetAwsService,
  error: ObservationError,
  target: AwsTarget,
): string {
  const { code, message } = error;
  const where = `account ${target.accountId}`;
  const said = `AWS says: ${message}`;
  switch (code) {
    case 'forbidden':
      return ASSUME_ROLE.test(message)
        ? `The role ${
            aws.roleArn(target) ?? `of ${where}`
          } cannot be assumed: it does not exist, does not trust us, or expects another external id. ${said}`
        : `The role in ${where} lacks a permission. ${said}`;
    case 'notAllowed':
      return `A policy of the organization forbids this in ${target.region}. It is tried again once a day. ${said}`;
    case 'throttled':
      return `AWS refuses calls in ${target.region} because there are too many. Discovery has slowed down and tries again. ${said}`;
    case 'unauthenticated':
      return `The credentials for ${where} are not accepted. ${said}`;
    case 'timeout':
      return `AWS did not answer in time in ${target.region}. ${message}`;
    case 'unreachable':
      return `AWS could not be reached in ${target.region}. ${message}`;
    default:
      return message;
  }
}
