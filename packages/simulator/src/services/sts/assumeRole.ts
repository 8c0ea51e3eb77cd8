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

import { matchesAction } from '../../aws/authorize';
import type { Principal } from '../../aws/CredentialStore';
import { AwsError } from '../../aws/errors';
import type { CallContext, Operation } from '../../aws/types';
import type { RoleSpec } from '../../model/types';
import { integerBetween, textOf } from '../parameters';

const ROLE_ARN = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/([\w+=,.@/-]{1,512})$/;
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;
const HOUR = 3600;

export const assumeRole: Operation = {
  // Checked against both sides here: the caller's policy and the role's trust.
  handle: context => {
    const { call, caller, credentials } = context;
    const { roleArn, sessionName, externalId, durationSeconds } = readInput(
      call.parameters,
    );
    const role = findRole(context, roleArn);
    if (!role || !mayAssume(context, role, externalId)) {
      throw new AwsError(
        'AccessDenied',
        403,
        `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
      );
    }
    if (caller.assumed && durationSeconds > HOUR) {
      throw invalid(
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
      );
    }
    if (durationSeconds > (role.maxSessionSeconds ?? HOUR)) {
      throw invalid(
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      );
    }
    const [, partition, accountId] = ROLE_ARN.exec(roleArn)!;
    const issued = credentials.issue({
      partition: partition as Principal['partition'],
      accountId,
      roleName: role.name,
      sessionName,
      durationSeconds,
    });
    return {
      AssumedRoleUser: {
        AssumedRoleId: issued.principal.userId,
        Arn: issued.principal.arn,
      },
      Credentials: {
        AccessKeyId: issued.accessKeyId,
        SecretAccessKey: issued.secretAccessKey,
        SessionToken: issued.sessionToken,
        Expiration: issued.expiresAt,
      },
      SourceIdentity: textOf(call.parameters, 'SourceIdentity'),
    };
  },
};

function readInput(parameters: Record<string, unknown>) {
  const roleArn = textOf(parameters, 'RoleArn') ?? '';
  if (!ROLE_ARN.test(roleArn)) {
    throw invalid(`${roleArn || 'RoleArn'} is invalid`);
  }
  const sessionName = textOf(parameters, 'RoleSessionName') ?? '';
  if (!SESSION_NAME.test(sessionName)) {
    throw constraint(
      'roleSessionName',
      sessionName,
      'satisfy regular expression pattern: [\\w+=,.@-]*',
    );
  }
  const externalId = textOf(parameters, 'ExternalId');
  if (externalId !== undefined && !EXTERNAL_ID.test(externalId)) {
    throw constraint(
      'externalId',
      externalId,
      'satisfy regular expression pattern: [\\w+=,.@:\\/-]*',
    );
  }
  const { DurationSeconds = HOUR } = parameters;
  const durationSeconds = integerBetween(DurationSeconds, 900, 12 * HOUR);
  if (durationSeconds === undefined) {
    throw constraint(
      'durationSeconds',
      String(DurationSeconds),
      'be a value from 900 to 43200',
    );
  }
  return { roleArn, sessionName, externalId, durationSeconds };
}

function findRole(context: CallContext, arn: string): RoleSpec | undefined {
  const [, partition, accountId, path] = ROLE_ARN.exec(arn)!;
  const account = context.model.findAccount(accountId);
  return account?.state === 'ACTIVE' && account.partition === partition
    ? account.roles.get(path)
    : undefined;
}

function mayAssume(
  { caller, model }: CallContext,
  role: RoleSpec,
  externalId: string | undefined,
): boolean {
  const trusted = role.trusts.some(
    arn =>
      arn === caller.roleArn ||
      arn === `arn:${caller.partition}:iam::${caller.accountId}:root`,
  );
  const allowed = model.findRole(caller.accountId, caller.roleName)?.allow;
  return (
    trusted &&
    (role.externalId === undefined || role.externalId === externalId) &&
    matchesAction(allowed ?? [], 'sts:AssumeRole')
  );
}

function constraint(name: string, value: string, rule: string): AwsError {
  return invalid(
    `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: Member must ${rule}`,
  );
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', 400, message);
}
