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

import { useState } from 'react';
import { parse, stringify } from 'yaml';
import { TextAreaField } from '@backstage/ui';
import type { RequestProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { problemAt } from '../../lib/requestProblems';
import type { SpecData } from '../../lib/specChanges';

/** A spec as YAML, for kinds that have no form to amend them by. */
export function AmendYaml(props: {
  spec: SpecData;
  problems: readonly RequestProblem[];
  /** Left out where what was typed is no spec. */
  onChange: (spec: SpecData | undefined) => void;
}) {
  const { onChange, problems, spec } = props;
  const t = useTranslation();
  const [text, setText] = useState(() => stringify(spec));
  const [wrong, setWrong] = useState<string>();
  const problem = wrong ?? problemAt(problems, 'spec', '');
  return (
    <TextAreaField
      label={t('requestAct.yaml')}
      description={t('requestAct.yamlHint')}
      value={text}
      rows={14}
      validationBehavior="aria"
      validate={() => problem}
      onChange={next => {
        setText(next);
        const { message, value } = readSpec(next);
        setWrong(
          message === undefined
            ? undefined
            : t('requestAct.yamlWrong', { message }),
        );
        onChange(value);
      }}
    />
  );
}

function readSpec(text: string): { value?: SpecData; message?: string } {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0 });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { value: value as SpecData }
      : { message: '' };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}
