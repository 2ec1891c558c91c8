"""Runs SCXML documents in Qt's interpreter and says which states are active, for `scxml.test.ts`.

Takes on standard input {"document": path, "runs": [[event, ...], ...]}; gives [[[id, ...], ...], ...]: for each run the
active atomic states at its start and after each event.
"""
import json
import sys

from PySide2.QtCore import QCoreApplication
from PySide2.QtScxml import QScxmlStateMachine

app = QCoreApplication([])


def settle():
    for _ in range(3):
        app.processEvents()


def run(path, events):
    machine = QScxmlStateMachine.fromFile(path)
    faults = [error.toString() for error in machine.parseErrors()]
    if faults:
        raise SystemExit("\n".join(faults))
    machine.init()
    machine.start()
    settle()
    active = [sorted(machine.activeStateNames(True))]
    for event in events:
        machine.submitEvent(event)
        settle()
        active.append(sorted(machine.activeStateNames(True)))
    return active


given = json.load(sys.stdin)
json.dump([run(given["document"], events) for events in given["runs"]], sys.stdout)
