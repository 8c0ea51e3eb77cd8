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

import { isAligned, parseCidr } from './cidr';
import { text, type Place, type Reader } from './readers';

const PARTITION = '(?:aws|aws-cn|aws-us-gov)';
const PATH_AND_NAME = '(?:[\\w+=,.@-]{1,64}/){0,8}[\\w+=,.@-]{1,64}';

export const name = text(
  /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
  'lower-case letters, digits and dashes, at most 63, a letter first, such as orders-prod',
);

export const accountId = text(/^\d{12}$/, 'twelve digits, in quotes');

export const region = text(
  /^[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{4,12}-\d$/,
  'a Region, such as eu-west-1',
);

export const environment = text(
  /^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/,
  'lower-case letters, digits and dashes, at most 32, such as prod',
);

export const owner = text(
  /^(group|user):[a-z0-9][a-z0-9-]{0,62}\/[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/,
  'an entity reference in lower case, such as group:default/payments',
);

export const minorVersion = text(
  /^1\.\d{2}$/,
  'a minor version in quotes, such as 1.34',
);

export const vpcId = text(
  /^vpc-[0-9a-f]{8,17}$/,
  'the id of a VPC, such as vpc-0a1b2c3d4e5f60718',
);

export const subnetId = text(
  /^subnet-[0-9a-f]{8,17}$/,
  'the id of a subnet, such as subnet-0a1b2c3d4e5f60718',
);

export const nodeGroupName = text(
  /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/,
  'lower-case letters, digits and dashes, at most 40, a letter first',
);

export const instanceType = text(
  /^[a-z][a-z0-9-]{1,15}\.[a-z0-9-]{2,15}$/,
  'an instance type, such as m7g.large',
);

export const amiType = text(
  /^(AL2023|AL2|BOTTLEROCKET|WINDOWS)_[A-Za-z0-9_]{2,40}$/,
  'an AMI type of EKS, such as AL2023_x86_64_STANDARD',
);

export const releaseVersion = text(
  /^\d[0-9A-Za-z.-]{0,62}$/,
  'the release of an image, such as 1.34.2-20261110',
);

export const addonName = text(
  /^[a-z][a-z0-9_-]{0,62}$/,
  'the name of an EKS add-on, such as vpc-cni',
);

export const addonVersion = text(
  /^v?\d[0-9A-Za-z.-]{0,40}-eksbuild\.\d{1,4}$/,
  'a version of an EKS add-on, such as v1.20.1-eksbuild.1',
);

export const gitopsAddonName = text(
  /^[a-z][a-z0-9_]{0,54}$/,
  'the name of an add-on as in the label enable_<name>: lower-case letters, digits and _',
);

export const namespace = text(
  /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  'the name of a namespace',
);

export const namespacePattern = text(
  /^[a-z0-9*]([a-z0-9*-]{0,61}[a-z0-9*])?$/,
  'the name of a namespace, or a pattern such as team-*',
);

export const serviceAccount = text(
  /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/,
  'the name of a service account',
);

export const kubernetesGroup = text(
  /^(?!(system|eks|aws|amazon|iam):)[A-Za-z0-9][A-Za-z0-9:._/@-]{0,62}$/,
  'a group that does not begin with system:, eks:, aws:, amazon: or iam:, such as team-payments',
);

export const labelKey = text(
  /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/,
  'the key of a Kubernetes label, such as acme.io/tier',
);

export const labelValue = text(
  /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/,
  'the value of a Kubernetes label: at most 63 letters, digits, ., _ and -',
);

export const tagKey = text(
  /^(?!aws:)[A-Za-z0-9]([A-Za-z0-9 _.:/=+@-]{0,126}[A-Za-z0-9_.:/=+@-])?$/i,
  'the key of a tag: at most 128 letters, digits, blanks and _.:/=+@-, not aws: first',
);

export const tagValue = text(
  /^([A-Za-z0-9_.:/=+@-]([A-Za-z0-9 _.:/=+@-]{0,254}[A-Za-z0-9_.:/=+@-])?)?$/,
  'the value of a tag: at most 256 letters, digits, blanks and _.:/=+@-',
);

export const roleArn = text(
  new RegExp(`^arn:${PARTITION}:iam::\\d{12}:role/${PATH_AND_NAME}$`),
  'the ARN of a role, such as arn:aws:iam::111122223333:role/eks-cluster',
);

export const principalArn = text(
  new RegExp(`^arn:${PARTITION}:iam::\\d{12}:(?:role|user)/${PATH_AND_NAME}$`),
  'the ARN of a role or a user, such as arn:aws:iam::111122223333:role/team-payments',
);

export const accessPolicyArn = text(
  new RegExp(
    `^arn:${PARTITION}:eks::aws:cluster-access-policy/AmazonEKS[A-Za-z0-9]{1,60}$`,
  ),
  'the ARN of an access policy, such as arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
);

export const keyArn = text(
  new RegExp(
    `^arn:${PARTITION}:kms:[a-z0-9-]{5,20}:\\d{12}:key/[0-9a-f-]{8,40}$`,
  ),
  'the ARN of a KMS key, such as arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-1111-2222-3333-444455556666',
);

/** A block of addresses that begins where one of its size can. */
export const cidr: Reader<string> = {
  read(value, place: Place) {
    const parsed = typeof value === 'string' ? parseCidr(value) : undefined;
    if (!parsed) {
      place.wrong('must be a block of IPv4 addresses, such as 10.40.0.0/16');
    } else if (!isAligned(parsed)) {
      place.wrong(
        `must begin where a /${parsed.prefix} can begin, such as 10.40.0.0/16`,
      );
    }
    return String(value);
  },
};

/** A moment, in UTC. */
export const instant: Reader<string> = {
  read(value, place: Place) {
    const ok =
      typeof value === 'string' &&
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(value) &&
      isDay(value.slice(0, 10)) &&
      !Number.isNaN(Date.parse(value));
    if (!ok) {
      place.wrong('must be a time in UTC, such as 2027-03-31T12:00:00Z');
    }
    return String(value);
  },
};

/** A day of the calendar. */
export const day: Reader<string> = {
  read(value, place: Place) {
    const ok =
      typeof value === 'string' &&
      /^\d{4}-\d{2}-\d{2}$/.test(value) &&
      isDay(value);
    if (!ok) {
      place.wrong('must be a date, such as 2027-03-31');
    }
    return String(value);
  },
};

function isDay(text_: string): boolean {
  const date = new Date(`${text_}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text_);
}
