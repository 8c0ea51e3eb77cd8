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
import { Button } from '@backstage/ui';
import type { PolicyFinding } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { Age } from '../Age';
import { EntityName } from '../EntityName';
import { AssignDialog } from './AssignDialog';
import styles from './FindingDetails.module.css';

/** Who looks after a finding; what is over cannot be given to anybody. */
export function FindingAssignee(props: {
  finding: PolicyFinding;
  onChanged: () => void;
}) {
  const { finding, onChanged } = props;
  const { assignment } = finding;
  const t = useTranslation();
  const entityPath = useEntityPath();
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.assignee}>
      {assignment && (
        <div>
          {t('finding.assignee')}{' '}
          <EntityName
            name={entityTitle(assignment.assignee)}
            href={entityPath(assignment.assignee, 'user')}
          />{' '}
          <span className={styles.about}>
            {t('finding.assignedBy', {
              who: entityTitle(assignment.by),
              age: <Age time={assignment.at} past />,
            })}
          </span>
          {assignment.note && (
            <div className={styles.message}>{assignment.note}</div>
          )}
        </div>
      )}
      {!finding.resolvedAt && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => setAsking(true)}
        >
          {assignment ? t('finding.reassign') : t('finding.assign')}
        </Button>
      )}
      {asking && (
        <AssignDialog
          finding={finding}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onChanged();
          }}
        />
      )}
    </div>
  );
}
