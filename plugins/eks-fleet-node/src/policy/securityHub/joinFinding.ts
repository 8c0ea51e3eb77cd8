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

import type { AwsSecurityFinding } from '@aws-sdk/client-securityhub';
import type { HubMisfit } from './types';

/** A cluster that a finding is about, or why it is on none. */
export type Joined = { arn: string } | { misfit: HubMisfit };

/** What Policy Reporter calls itself where nobody has given it a name. */
const DEFAULT_PRODUCT = 'Policy Reporter';

const EKS_ARN =
  /^arn:(aws[a-z-]*):eks:([a-z0-9-]+):(\d{12}):[a-z]+\/([0-9A-Za-z][A-Za-z0-9_-]{0,99})(?:\/|$)/;
const CLUSTER_NAME = /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const ACCOUNT = /^\d{12}$/;
/** Longer ones are no names, and not looked at. */
const MAX_TEXT = 300;

/**
 * The cluster of a control's finding, by the ARN of the resource: the cluster's
 * own, or of what belongs to one. Security Hub itself must have sent it, about
 * the account and Region that it stands in.
 */
export function joinControl(finding: AwsSecurityFinding): Joined {
  const { AwsAccountId, ProductArn, Region, Resources } = finding;
  if (
    !/^arn:[a-z-]+:securityhub:[a-z0-9-]+::product\/aws\/securityhub$/.test(
      textOf(ProductArn),
    )
  ) {
    return { misfit: 'unreadable' };
  }
  for (const { Id } of Resources ?? []) {
    const [, partition, region, account, name] =
      EKS_ARN.exec(textOf(Id, 1_000)) ?? [];
    if (name !== undefined) {
      return account === AwsAccountId && region === (Region ?? region)
        ? { arn: arnOf({ partition, region, account, name }) }
        : { misfit: 'otherAccount' };
    }
  }
  return { misfit: 'noCluster' };
}

/**
 * The cluster of what Policy Reporter sent: of the name that its custom field
 * `cluster` gives, else its product's name, in the account and Region of the
 * fields `account` and `region`, else of the finding. A name alone is none: two
 * accounts may have it.
 *
 * @param trustedAccount - whose findings may be about clusters of others
 */
export function joinReport(
  finding: AwsSecurityFinding,
  trustedAccount: string,
): Joined {
  const { AwsAccountId = '', ProductArn, ProductName, Region } = finding;
  const [, partition, sender] =
    /^arn:(aws[a-z-]*):securityhub:[a-z0-9-]+:(\d{12}):product\/\2\/default$/.exec(
      textOf(ProductArn),
    ) ?? [];
  if (sender === undefined || sender !== AwsAccountId) {
    return { misfit: 'unreadable' };
  }
  const said = customFieldsOf(finding);
  const byArn = EKS_ARN.exec(said.cluster);
  const product = ProductName === DEFAULT_PRODUCT ? '' : textOf(ProductName);
  const name = byArn?.[4] ?? (said.cluster || product);
  const account = byArn?.[3] ?? (said.account || AwsAccountId);
  const region = byArn?.[2] ?? (said.region || textOf(Region));
  if (
    !CLUSTER_NAME.test(name) ||
    !ACCOUNT.test(account) ||
    !REGION.test(region)
  ) {
    return { misfit: 'noCluster' };
  }
  if (account !== AwsAccountId && AwsAccountId !== trustedAccount) {
    return { misfit: 'otherAccount' };
  }
  return {
    arn: arnOf({ partition: byArn?.[1] ?? partition, region, account, name }),
  };
}

/** What the target of Policy Reporter was told to say besides. */
function customFieldsOf({ Resources }: AwsSecurityFinding): {
  cluster: string;
  account: string;
  region: string;
} {
  const other = Resources?.[0]?.Details?.Other;
  const said = (key: string) =>
    other && Object.hasOwn(other, key) ? textOf(other[key]).trim() : '';
  return {
    cluster: said('cluster'),
    account: said('account'),
    region: said('region'),
  };
}

function textOf(value: unknown, most = MAX_TEXT): string {
  return typeof value === 'string' && value.length <= most ? value : '';
}

function arnOf(of: {
  partition: string;
  region: string;
  account: string;
  name: string;
}): string {
  const { account, name, partition, region } = of;
  return `arn:${partition}:eks:${region}:${account}:cluster/${name}`;
}
