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
  ClusterSpecRefusal,
  EditRefusal,
  parseFile,
  type ClusterFile,
  type GitFile,
  type Provisioner,
  type WantedVersions,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { safeText } from '../../inventory/safeText';
import type { StatementRecord } from '../types';
import { statementOfPart, statementOfSpec } from './statementOf';

/** A file of a cluster, and what is known of it by the configuration. */
export interface DescribedCluster {
  /** In EKS. */
  name: string;
  file: ClusterFile;
  provisioner: Provisioner;
}

type Read = Pick<
  StatementRecord,
  'problem' | 'problems' | 'spec' | 'statement'
>;

const MOST_PROBLEMS = 20;

/** What a file says of a cluster, or why that is not known. Pure. */
export function readStatement(
  { file, name, provisioner }: DescribedCluster,
  found: GitFile | undefined,
): Read {
  const { path, settings = {} } = file;
  if (!found) {
    return {
      problem: { code: 'noFile', message: `${path} is not there` },
      problems: [],
    };
  }
  try {
    const parsed = provisioner.parse?.([{ path, text: found.text }], {
      path,
      settings,
    });
    if (parsed?.spec) {
      const { spec } = parsed;
      return {
        spec,
        statement: statementOfSpec(spec, {
          unsayable: unsayable(provisioner, spec, { path, settings }),
        }),
        problems: [],
      };
    }
    const problems = parsed
      ? parsed.problems
          .slice(0, MOST_PROBLEMS)
          .map(({ field, message }) => safeText(`${field} ${message}`, 500))
      : [
          `${provisioner.title} has files that people write, of which the portal knows the versions`,
        ];
    const statement = statementOfPart(
      parsed?.understood ?? {},
      versionsOf(provisioner, found, { file, name }),
    );
    return statement
      ? { statement, problems }
      : {
          problem: {
            code: 'notUnderstood',
            message: `Nothing of ${path} is understood`,
          },
          problems,
        };
  } catch (error) {
    if (error instanceof EditRefusal) {
      return {
        problem: {
          code: 'notUnderstood',
          message: safeText(error.message, 2000),
        },
        problems: [],
      };
    }
    throw error;
  }
}

function versionsOf(
  provisioner: Provisioner,
  { path, text }: GitFile,
  { file, name }: Pick<DescribedCluster, 'file' | 'name'>,
): WantedVersions | undefined {
  return provisioner.read(parseFile(path, text), {
    cluster: name,
    fields: file.fields,
    canRollBack: file.canRollBack,
  });
}

/** What is empty because the provisioner has no words for it. */
function unsayable(
  { render }: Provisioner,
  spec: ClusterSpec,
  context: { path: string; settings: Record<string, string> },
): Array<'addons' | 'tags'> {
  const samples = {
    addons: [
      {
        name: 'vpc-cni',
        version: 'v1.20.1-eksbuild.1',
        podIdentityAssociations: [],
      },
    ],
    tags: { sample: 'sample' },
  };
  return (['addons', 'tags'] as const).filter(
    field =>
      Object.keys(spec[field]).length === 0 &&
      isRefused(() => render?.({ ...spec, [field]: samples[field] }, context)),
  );
}

function isRefused(write: () => unknown): boolean {
  try {
    write();
    return false;
  } catch (error) {
    if (error instanceof ClusterSpecRefusal) {
      return true;
    }
    throw error;
  }
}
