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

import { AwsError } from '../../aws/errors';
import type { Operation } from '../../aws/types';
import type { Alarm } from '../../model/alarms';
import { epochSeconds } from '../eks/times';
import { integerBetween, textOf } from '../parameters';

const MAX_PAGE = 100;
const USUAL_PAGE = 50;
const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];

/** Alarms on metrics; there are no composite ones here. */
export const describeAlarms: Operation = {
  action: 'cloudwatch:DescribeAlarms',
  resource: ({ caller, region }) =>
    `arn:${caller.partition}:cloudwatch:${region}:${caller.accountId}:alarm:*`,
  handle: ({ call, caller, region, model, pageTokens }) => {
    const wanted = wantedAlarms(call.parameters);
    const page = pageTokens.page({
      list: `cloudwatch:DescribeAlarms/${
        caller.accountId
      }/${region}/${JSON.stringify(wanted)}`,
      items: model.alarms
        .list(caller.accountId, region)
        .filter(alarm => isWanted(alarm, wanted)),
      keyOf: ({ name }) => name,
      pageSize: pageSizeOf(call.parameters.MaxRecords),
      token: call.pageToken,
    });
    if (!page) {
      throw new AwsError('InvalidNextToken', 400, 'The NextToken is invalid.');
    }
    return {
      MetricAlarms: page.items.map(alarmDocument),
      CompositeAlarms: [],
      NextToken: page.nextToken,
    };
  },
};

interface WantedAlarms {
  names?: string[];
  prefix?: string;
  types?: string[];
  state?: string;
  actionPrefix?: string;
}

function wantedAlarms(parameters: Record<string, unknown>): WantedAlarms {
  const state = textOf(parameters, 'StateValue');
  if (state !== undefined && !STATES.includes(state)) {
    throw invalid(
      `Value '${state}' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [${STATES.join(
        ', ',
      )}]`,
    );
  }
  const names = parameters.AlarmNames as string[] | undefined;
  const prefix = textOf(parameters, 'AlarmNamePrefix');
  if (names?.length && prefix !== undefined) {
    throw invalid('AlarmNames and AlarmNamePrefix cannot be given together.');
  }
  return {
    names,
    prefix,
    types: parameters.AlarmTypes as string[] | undefined,
    state,
    actionPrefix: textOf(parameters, 'ActionPrefix'),
  };
}

function isWanted(alarm: Alarm, wanted: WantedAlarms): boolean {
  const { names, prefix = '', types, state, actionPrefix = '' } = wanted;
  return (
    (!names?.length || names.includes(alarm.name)) &&
    alarm.name.startsWith(prefix) &&
    (!types?.length || types.includes('MetricAlarm')) &&
    (state === undefined || alarm.state === state) &&
    (actionPrefix === '' ||
      alarm.actions.some(action => action.startsWith(actionPrefix)))
  );
}

function pageSizeOf(asked: unknown = USUAL_PAGE): number {
  const pageSize = integerBetween(asked, 1, MAX_PAGE);
  if (pageSize === undefined) {
    throw invalid(`MaxRecords must be from 1 to ${MAX_PAGE}.`);
  }
  return pageSize;
}

function alarmDocument(alarm: Alarm): Record<string, unknown> {
  return {
    AlarmName: alarm.name,
    AlarmArn: alarm.arn,
    AlarmDescription: alarm.description,
    AlarmConfigurationUpdatedTimestamp: epochSeconds(alarm.stateTransitionedAt),
    ActionsEnabled: true,
    OKActions: [],
    AlarmActions: alarm.actions,
    InsufficientDataActions: [],
    StateValue: alarm.state,
    StateReason: alarm.reason,
    StateUpdatedTimestamp: epochSeconds(alarm.stateUpdatedAt),
    StateTransitionedTimestamp: epochSeconds(alarm.stateTransitionedAt),
    MetricName: alarm.metricName,
    Namespace: alarm.namespace,
    Statistic: 'Maximum',
    Dimensions: Object.entries(alarm.dimensions).map(([Name, Value]) => ({
      Name,
      Value,
    })),
    Period: 60,
    EvaluationPeriods: 3,
    DatapointsToAlarm: 3,
    Threshold: alarm.threshold,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'missing',
  };
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', 400, message);
}
