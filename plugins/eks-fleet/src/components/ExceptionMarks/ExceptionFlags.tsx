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

import { RiFlagLine } from '@remixicon/react';
import type { PolicyException } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { exceptionFlags } from '../../states';
import { StateBadge } from '../StateBadge';
import styles from './ExceptionFlags.module.css';

const LOOK = { icon: RiFlagLine, tone: 'warning' } as const;
const ORDER = Object.keys(exceptionFlags) as PolicyException['flags'];

/** What is wrong with an exception, the gravest first. */
export function ExceptionFlags(props: { exception: PolicyException }) {
  const { flags } = props.exception;
  const t = useTranslation();
  return (
    <span className={styles.flags}>
      {ORDER.filter(flag => flags.includes(flag)).map(flag => (
        <StateBadge
          key={flag}
          look={LOOK}
          title={t(exceptionFlags[flag].reason)}
        >
          {t(exceptionFlags[flag].word)}
        </StateBadge>
      ))}
    </span>
  );
}
