"""Runs SCXML documents in Qt's interpreter and says where it stands, for `scxml.test.ts`.

Takes on standard input {"document": path, "runs": [[event, ...], ...]}; gives [[standing, ...], ...]: for each run its
start and what came of each event. A standing is {"active": [id, ...], "over": bool, "issues": {...}, "asked": {...}}:
the active atomic states, whether the interpreter has finished, and the two data of the document.
"""
import json
import sys

from PySide2.QtCore import QCoreApplication
from PySide2.QtScxml import QScxmlStateMachine

app = QCoreApplication([])


def settle():
    for _ in range(3):
        app.processEvents()


def standing(machine):
    data = machine.dataModel()
    return {
        "active": sorted(machine.activeStateNames(True)),
        "over": not machine.isRunning(),
        "issues": data.scxmlProperty("issues"),
        "asked": data.scxmlProperty("asked"),
    }


def run(path, events):
    machine = QScxmlStateMachine.fromFile(path)
    faults = [error.toString() for error in machine.parseErrors()]
    if faults:
        raise SystemExit("\n".join(faults))
    machine.init()
    machine.start()
    settle()
    stood = [standing(machine)]
    for event in events:
        machine.submitEvent(event)
        settle()
        stood.append(standing(machine))
    return stood


given = json.load(sys.stdin)
json.dump([run(given["document"], events) for events in given["runs"]], sys.stdout)
