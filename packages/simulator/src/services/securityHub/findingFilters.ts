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
import type { SecurityFinding } from '../../model/securityHub';

type Test = (finding: SecurityFinding) => boolean;

const MOST_VALUES = 20;

/** Which texts of a finding a filter is about. */
const TEXTS: Record<string, (finding: SecurityFinding) => string[]> = {
  AwsAccountId: ({ AwsAccountId }) => [AwsAccountId],
  CompanyName: ({ CompanyName }) => [CompanyName],
  ComplianceSecurityControlId: ({ Compliance }) => [
    Compliance?.SecurityControlId ?? '',
  ],
  ComplianceStatus: ({ Compliance }) => [Compliance?.Status ?? ''],
  GeneratorId: ({ GeneratorId }) => [GeneratorId],
  Id: ({ Id }) => [Id],
  ProductArn: ({ ProductArn }) => [ProductArn],
  ProductName: ({ ProductName }) => [ProductName],
  RecordState: ({ RecordState }) => [RecordState],
  Region: ({ Region }) => [Region],
  ResourceId: ({ Resources }) => Resources.map(({ Id }) => Id),
  ResourceType: ({ Resources }) => Resources.map(({ Type }) => Type),
  SeverityLabel: ({ Severity }) => [Severity.Label],
  Title: ({ Title }) => [Title],
  Type: ({ Types }) => Types,
  WorkflowStatus: ({ Workflow }) => [Workflow.Status],
};

const DATES: Record<string, (finding: SecurityFinding) => string | undefined> =
  {
    CreatedAt: ({ CreatedAt }) => CreatedAt,
    FirstObservedAt: ({ FirstObservedAt }) => FirstObservedAt,
    LastObservedAt: ({ LastObservedAt }) => LastObservedAt,
    UpdatedAt: ({ UpdatedAt }) => UpdatedAt,
  };

const MAPS: Record<
  string,
  (finding: SecurityFinding) => (Record<string, string> | undefined)[]
> = {
  ProductFields: ({ ProductFields }) => [ProductFields],
  ResourceDetailsOther: ({ Resources }) =>
    Resources.map(({ Details }) => Details?.Other),
  ResourceTags: ({ Resources }) => Resources.map(({ Tags }) => Tags),
};

/**
 * What `Filters` let through: every field must fit, and of one field any of
 * its values that include and all of those that exclude.
 *
 * @throws AwsError: `InvalidInputException`
 */
export function findingFilters(filters: unknown, now: Date): Test {
  const tests = Object.entries((filters ?? {}) as Record<string, unknown>).map(
    ([name, values]) => filterOf(name, values, now),
  );
  return finding => tests.every(test => test(finding));
}

function filterOf(name: string, values: unknown, now: Date): Test {
  if (!Array.isArray(values) || values.length > MOST_VALUES) {
    throw invalidInput(`Invalid parameter 'Filters.${name}'.`);
  }
  if (Object.hasOwn(TEXTS, name)) {
    return textFilter(values, TEXTS[name]);
  }
  if (Object.hasOwn(DATES, name)) {
    return dateFilter(name, values, DATES[name], now);
  }
  if (Object.hasOwn(MAPS, name)) {
    return mapFilter(values, MAPS[name]);
  }
  throw invalidInput(`Unknown filter '${name}'.`);
}

interface Comparison {
  Key?: string;
  Value: string;
  Comparison: string;
}

function textFilter(
  values: Comparison[],
  textsOf: (finding: SecurityFinding) => string[],
): Test {
  const excluding = values.filter(isExcluding);
  const including = values.filter(value => !isExcluding(value));
  return finding => {
    const texts = textsOf(finding);
    return (
      (including.length === 0 ||
        including.some(value => texts.some(text => fits(text, value)))) &&
      excluding.every(value => texts.every(text => fits(text, value)))
    );
  };
}

function isExcluding({ Comparison: comparison }: Comparison): boolean {
  return comparison.includes('NOT');
}

function fits(
  text: string,
  { Value: value, Comparison: comparison }: Comparison,
): boolean {
  switch (comparison) {
    case 'EQUALS':
      return text === value;
    case 'NOT_EQUALS':
      return text !== value;
    case 'PREFIX':
      return text.startsWith(value);
    case 'PREFIX_NOT_EQUALS':
      return !text.startsWith(value);
    case 'CONTAINS':
      return text.includes(value);
    case 'NOT_CONTAINS':
      return !text.includes(value);
    default:
      throw invalidInput(`Unknown comparison '${comparison}'.`);
  }
}

function mapFilter(
  values: Comparison[],
  mapsOf: (finding: SecurityFinding) => (Record<string, string> | undefined)[],
): Test {
  return textFilterOf(values, (finding, key) =>
    mapsOf(finding).map(map => map?.[key] ?? ''),
  );
}

function textFilterOf(
  values: Comparison[],
  textsOf: (finding: SecurityFinding, key: string) => string[],
): Test {
  return finding =>
    values.some(value =>
      textsOf(finding, value.Key ?? '').some(text => fits(text, value)),
    );
}

interface DateRange {
  Start?: string;
  End?: string;
  DateRange?: { Value: number; Unit: string };
}

function dateFilter(
  name: string,
  values: DateRange[],
  dateOf: (finding: SecurityFinding) => string | undefined,
  now: Date,
): Test {
  const ranges = values.map(({ Start, End, DateRange: last }) => {
    const day = 24 * 60 * 60 * 1000;
    const start = last
      ? now.getTime() - last.Value * day
      : Date.parse(Start ?? '1970-01-01T00:00:00Z');
    const end = End === undefined ? Infinity : Date.parse(End);
    if (Number.isNaN(start) || Number.isNaN(end)) {
      throw invalidInput(`Invalid parameter 'Filters.${name}'.`);
    }
    return { start, end };
  });
  return finding => {
    const time = Date.parse(dateOf(finding) ?? '');
    return ranges.some(({ start, end }) => time >= start && time <= end);
  };
}

export function invalidInput(message: string): AwsError {
  return new AwsError('InvalidInputException', 400, message);
}
