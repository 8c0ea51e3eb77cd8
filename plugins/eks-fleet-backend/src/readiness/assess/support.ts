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
  supportAt,
  versionRank,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { VersionDates } from '../../versions/SupportCalendar';
import type { Finding } from '../types';
import { inDays } from '../../summary/inDays';
import type { AssessmentContext, Rule } from './context';
import { createFinding } from './findings';

/** How long before its end support is worth a word, in days. */
const SOON_DAYS = 90;

/** Whether EKS offers the versions on the way, and how long it supports them. */
export const findSupport: Rule = context => [
  ...context.hops.flatMap(hop => findOffer(context, hop)),
  ...findCurrentEnd(context),
  ...findTargetEnd(context),
];

function findOffer(context: AssessmentContext, hop: string): Finding[] {
  const { cluster, now, target } = context;
  const dates = datesOf(context, hop);
  const released = Date.parse(dates?.releaseDate ?? '');
  const subject = { kind: 'version', name: hop };
  const evidence = calendarEvidence(dates);
  if (!dates || released > now.getTime()) {
    return [
      createFinding(context, {
        code: 'version-not-offered',
        about: [hop],
        severity: 'blocking',
        title: `EKS does not offer ${hop}`,
        message: dates
          ? `EKS offers Kubernetes ${hop} from ${dayOf(dates.releaseDate)} on`
          : `EKS does not offer Kubernetes ${hop} in ${cluster.partition}`,
        subject,
        evidence,
        hop,
        clearsAt: dates && new Date(released),
      }),
    ];
  }
  if (supportAt(dates, now).state !== 'unsupported') {
    return [];
  }
  const isTarget = versionRank(hop) === versionRank(target);
  return [
    createFinding(context, {
      code: isTarget ? 'version-unsupported' : 'hop-unsupported',
      about: [hop],
      severity: isTarget ? 'blocking' : 'warning',
      title: `EKS no longer supports ${hop}`,
      message: isTarget
        ? `EKS ended all support of Kubernetes ${hop} on ${dayOf(
            dates.endOfExtendedSupport,
          )}; move to a later version`
        : `The way leads over Kubernetes ${hop}, which EKS supported until ${dayOf(
            dates.endOfExtendedSupport,
          )}; it may refuse this hop`,
      subject,
      evidence,
      hop,
    }),
  ];
}

function findCurrentEnd(context: AssessmentContext): Finding[] {
  const { current, documents, hops } = context;
  const dates = current && datesOf(context, current);
  if (!current || !dates || hops.length === 0) {
    return [];
  }
  const { state, daysLeft = Infinity } = supportAt(dates, context.now);
  const subject = { kind: 'version', name: current };
  const evidence = calendarEvidence(dates);
  if (state === 'unsupported') {
    return [
      createFinding(context, {
        code: 'support-ended',
        about: [current],
        severity: 'warning',
        title: `All support of ${current} has ended`,
        message: `All support of Kubernetes ${current} ended on ${dayOf(
          dates.endOfExtendedSupport,
        )}; AWS upgrades the control plane by itself, at any time and without notice`,
        subject,
        evidence,
      }),
    ];
  }
  if (state === 'extended') {
    return [
      createFinding(context, {
        code: 'support-extended',
        about: [current],
        severity: 'info',
        title: `${current} is in extended support`,
        message: `Kubernetes ${current} is in extended support until ${dayOf(
          dates.endOfExtendedSupport,
        )}, in ${inDays(
          daysLeft,
        )}; then AWS upgrades the control plane by itself`,
        subject,
        evidence,
      }),
    ];
  }
  if (state === 'standard' && daysLeft <= SOON_DAYS) {
    const then =
      documents.controlPlane?.supportType === 'STANDARD'
        ? 'AWS upgrades the control plane by itself, as its upgrade policy is STANDARD'
        : 'extended support and its price begin';
    return [
      createFinding(context, {
        code: 'support-ends',
        about: [current],
        severity: 'info',
        title: `Standard support of ${current} ends soon`,
        message: `Standard support of Kubernetes ${current} ends on ${dayOf(
          dates.endOfStandardSupport,
        )}, in ${inDays(daysLeft)}; then ${then}`,
        subject,
        evidence,
      }),
    ];
  }
  return [];
}

function findTargetEnd(context: AssessmentContext): Finding[] {
  const { target, now, hops } = context;
  const dates = datesOf(context, target);
  const { state } = supportAt(dates, now);
  if (hops.length === 0 || state !== 'extended') {
    return [];
  }
  return [
    createFinding(context, {
      code: 'target-extended',
      about: [target],
      severity: 'info',
      title: `${target} itself is in extended support`,
      message: `Kubernetes ${target} itself is in extended support, until ${dayOf(
        dates?.endOfExtendedSupport,
      )}: its price stays as it is`,
      subject: { kind: 'version', name: target },
      evidence: calendarEvidence(dates),
    }),
  ];
}

function datesOf(
  { versions }: AssessmentContext,
  version: string,
): VersionDates | undefined {
  return versions.find(item => item.version === version);
}

function calendarEvidence(dates: VersionDates | undefined) {
  const facts = {
    released: dates?.releaseDate,
    endOfStandardSupport: dates?.endOfStandardSupport,
    endOfExtendedSupport: dates?.endOfExtendedSupport,
  };
  return {
    source: 'calendar',
    facts: Object.fromEntries(
      Object.entries(facts).flatMap(([name, date]) =>
        date ? [[name, dayOf(date)]] : [],
      ),
    ),
  };
}

function dayOf(date: string | undefined): string {
  return date?.slice(0, 10) ?? 'a date that is not known';
}
