#
# Copyright 2026 The EKS Fleet Authors
#
# Licensed under the Apache License, Version 2.0 (the "License");
# you may not use this file except in compliance with the License.
# You may obtain a copy of the License at
#
#     http://www.apache.org/licenses/LICENSE-2.0
#
# Unless required by applicable law or agreed to in writing, software
# distributed under the License is distributed on an "AS IS" BASIS,
# WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
# See the License for the specific language governing permissions and
# limitations under the License.
"""Holds findings of Security Hub against botocore's service model."""

READER = "arn:aws:iam::{}:role/eks-fleet-reader"
ADMINISTRATOR = "444455556666"


def validate_security_hub(calls):
    hub = _client(calls, ADMINISTRATOR, "eu-west-1")
    page = calls.expect(hub, "GetFindings", "of all accounts", MaxResults=100)
    calls.expect(hub, "GetFindings", "page 2", MaxResults=100, NextToken=page["NextToken"])
    for name, filters in (
        ("of clusters", {"ResourceType": [_equals("AwsEksCluster")], "RecordState": [_equals("ACTIVE")]}),
        ("of Kyverno", {"CompanyName": [_equals("Kyverno")], "WorkflowStatus": [_equals("NEW"), _equals("NOTIFIED")]}),
        ("of the last days", {"UpdatedAt": [{"DateRange": {"Value": 3, "Unit": "DAYS"}}]}),
        ("since a time", {"UpdatedAt": [{"Start": "2026-01-01T00:00:00Z", "End": "2100-01-01T00:00:00Z"}]}),
        ("of one cluster", {"ResourceDetailsOther": [{"Key": "cluster", **_equals("payments-eu-pci")}]}),
    ):
        found = calls.expect(hub, "GetFindings", name, Filters=filters)["Findings"]
        calls.report.check(f"there are findings {name}", [] if found else ["there are none"])
    calls.refuse(hub, "GetFindings", "InvalidInputException", 400, NextToken="made-up")
    for account, region in (("111122223333", "eu-west-1"), (ADMINISTRATOR, "ap-southeast-2")):
        calls.refuse(_client(calls, account, region), "GetFindings", "InvalidAccessException", 401)


def _client(calls, account, region):
    role = READER.format(account)
    keys = calls.client("sts").assume_role(RoleArn=role, RoleSessionName="botocore")["Credentials"]
    return calls.client("securityhub", region, keys)


def _equals(value):
    return {"Value": value, "Comparison": "EQUALS"}
