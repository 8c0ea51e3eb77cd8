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

import { Text } from '@backstage/ui';
import type {
  NamedProblem,
  Target,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  callerPolicy,
  readerPolicy,
  trustPolicy,
  type PolicyDocument,
} from '../../lib/iamPolicies';
import { Snippet } from '../Snippet';
import styles from './TargetDetails.module.css';

/** Whether there is more to say of a target than its row does. */
export function hasDetails(target: Target): boolean {
  return (
    isRefused(target) ||
    target.unreadable.length > 0 ||
    target.rejects.length > 0
  );
}

/** What would mend a target, and which of its clusters have a problem. */
export function TargetDetails(props: { target: Target }) {
  const { target } = props;
  const t = useTranslation();
  const caller = callerPolicy(target);
  return (
    <div className={styles.details}>
      {target.error && <Text as="p">{target.error.message}</Text>}
      <ProblemList
        title={t('sources.unreadable', { count: target.unreadable.length })}
        problems={target.unreadable}
      />
      <ProblemList
        title={t('sources.rejects', { count: target.rejects.length })}
        problems={target.rejects}
      />
      {isRefused(target) && (
        <div className={styles.policies}>
          {target.roleArn && (
            <Policy
              title={t('sources.mendTrust', { role: target.roleArn })}
              document={trustPolicy(target)}
            />
          )}
          <Policy
            title={t('sources.mendPermissions')}
            document={readerPolicy(target)}
          />
          {caller && (
            <Policy title={t('sources.mendCaller')} document={caller} />
          )}
        </div>
      )}
    </div>
  );
}

function isRefused(target: Target): boolean {
  return target.state === 'forbidden' || target.state === 'unauthenticated';
}

function ProblemList(props: { title: string; problems: NamedProblem[] }) {
  if (props.problems.length === 0) {
    return null;
  }
  return (
    <section>
      <Text as="h4" variant="body-small" weight="bold">
        {props.title}
      </Text>
      <ul className={styles.problems}>
        {props.problems.map(({ name, reason }) => (
          <li key={name}>
            <strong>{name}</strong>: {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Policy(props: { title: string; document: PolicyDocument }) {
  return (
    <Snippet
      title={props.title}
      text={JSON.stringify(props.document, undefined, 2)}
    />
  );
}
