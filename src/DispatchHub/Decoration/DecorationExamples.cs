using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Dispatch.Hub.Decoration;

/// <summary>A body that works, for the endpoints of house decoration that take one.</summary>
internal static class DecorationExamples
{
    private static readonly FrozenDictionary<string, string> Bodies = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["api/mediations/{id}/commands/open"] =
            """{"communityId": "xishan", "matter": "Water from the flat above.", "parties": ["7-2-2001", "7-2-1901"]}""",
        ["api/mediations/{id}/commands/hold"] =
            """{"mediator": "Aunt Li", "said": "Both were heard.", "agreement": "The floor is sealed by Friday."}""",
        ["api/mediations/{id}/commands/follow-up"] = """{"kept": true, "said": "The ceiling has dried."}""",
        ["api/mediations/{id}/commands/give-up"] = """{"reason": "Both go to court."}""",
        ["api/filings/{id}/commands/file"] =
            """{"works": ["finishes", "waterproofing"], "contractor": "Anju Decoration", "from": "2026-09-14", "to": "2026-10-16", "wetOn": "2026-09-21", "contact": "139 0000 0000"}""",
        ["api/filings/{id}/commands/approve"] = """{"number": 1, "office": "planning", "permit": "GH-2026-7"}""",
        ["api/filings/{id}/commands/refuse"] = """{"number": 1, "office": "planning", "reason": "The street front stays as it is."}""",
        ["api/filings/{id}/commands/tell-neighbours"] = """{"number": 1, "said": "7-2-1901 and 7-2-2002, by a note at the door."}""",
        ["api/filings/{id}/commands/scan"] = """{"token": "huayu-qiantang.7-2-2001.3q2-7wAAAAAAAAAAAAAAAA"}""",
        ["api/filings/{id}/commands/inspect"] =
            """{"number": 1, "stage": "start", "findings": [{"item": "D1", "good": true}, {"item": "D8", "good": false, "note": "Rubbish on the stairs."}]}""",
        ["api/filings/{id}/commands/withdraw"] = """{"number": 1, "reason": "The owner files anew with another contractor."}""",
        ["api/filings/{id}/commands/erase-contact"] = """{"number": 1}""",
        ["api/units/{estate}/{unit}/unfiled-work"] = """{"description": "Drilling since this morning, no card at the door.", "inProgress": true}""",
        ["api/estates/{id}/commands/draw-floor-plan"] =
            """{"planId": "type-a", "name": {"zh": "A户型", "en": "Type A"}, "evidenceId": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "units": ["7-2-2001"]}""",
        ["api/estates/{id}/commands/mark-spot"] =
            """{"planId": "type-a", "spot": {"id": "bay", "x": 0.23, "y": 0.07, "kind": "bayWindow", "ruling": "forbidden", "sentence": {"zh": "飘窗不得拆除。", "en": "The bay window stays."}}}""",
        ["api/estates/{id}/commands/remove-spot"] =
            """{"planId": "type-a", "spotId": "bay"}""",
        ["api/estates/{id}/commands/name-responsible"] =
            """{"party": {"id": "manager", "kind": "propertyManager", "name": "Huayu Property", "duties": {"zh": "每日巡查，发现即制止并上报。", "en": "Walks the estate daily, stops what is wrong and reports it."}, "since": "2026-01-01"}}""",
        ["api/estates/{id}/commands/release-responsible"] =
            """{"partyId": "manager"}""",
        ["api/estates/{id}/commands/record-agreement"] =
            """{"agreement": {"parties": ["Developer", "Huayu Property"], "covers": "Cleaning, order, decoration.", "from": "2026-01-01", "until": "2027-12-31", "evidenceIds": []}}""",
        ["api/estates/{id}/commands/draft-guidance"] =
            """{"planId": "type-a", "words": {"zh": "装修前请先备案。", "en": "File your works before you begin."}}""",
        ["api/estates/{id}/commands/publish-guidance"] =
            """{"planId": "type-a"}""",
        ["api/estates/{id}/commands/plan-hand-over"] =
            """{"on": "2026-06-30"}""",
        ["api/estates/{id}/commands/end-watch"] =
            """{"watchId": "r1-1", "reason": "The roof has a parapet now."}""",
        ["api/reviews/{id}/commands/open-review"] =
            """{"estateId": "kipeili-2", "handOverOn": "2026-06-30", "agenda": ["Bay windows", "Roofs"]}""",
        ["api/reviews/{id}/commands/record-finding"] =
            """{"finding": {"planId": "type-a", "spotId": "bay", "what": "No mark on the structure.", "evidenceIds": []}}""",
        ["api/reviews/{id}/commands/foresee-harm"] =
            """{"harm": {"planId": "type-a", "spotId": "bay", "type": "DEC-03", "why": "Owners nearby took theirs out."}}""",
        ["api/reviews/{id}/commands/leave-item"] =
            """{"item": {"id": "marks", "what": "Mark the structural walls.", "owner": "manager", "dueOn": "2026-06-15"}}""",
        ["api/reviews/{id}/commands/close-item"] =
            """{"itemId": "marks"}""",
        ["api/reviews/{id}/commands/sign-review"] =
            """{"party": "community"}""",
        ["api/reviews/{id}/commands/finish-review"] = """{"occurredAt": "2026-03-02T17:10:00+08:00"}""",
        ["api/reviews/{id}/commands/call-off-review"] =
            """{"reason": "The estate is handed over next year."}""",
        ["api/papers/{id}/commands/open-papers"] = """{"with": ["structure"]}""",
        ["api/papers/{id}/commands/draft-paper"] =
            """{"paper": "decision", "facts": "未取得规划许可，在露台搭建阳光房一间。", "measure": "自行拆除", "punishment": "P12", "cost": 80000, "fine": 6000}""",
        ["api/papers/{id}/commands/sign-paper"] = """{"n": 1}""",
        ["api/papers/{id}/commands/return-paper"] = """{"n": 1, "reason": "The facts are missing."}""",
        ["api/papers/{id}/commands/finish-step"] = """{"step": "accept", "passed": false, "said": "The frame still stands."}""",
        ["api/papers/{id}/commands/record-party-refusal"] = """{"said": "Work went on after the notice."}""",
        ["api/papers/{id}/commands/hand-over-step"] = """{"step": "decide", "punishment": "P15"}""",
        ["api/papers/{id}/commands/answer-hand-over"] = """{"step": "decide", "taken": true, "said": "Taken over."}""",
        ["api/papers/{id}/commands/end-papers"] = """{"reason": "There is a permit."}""",
        ["api/rounds/{id}/commands/draw-round"] = """{"estateId": "huayu-qiantang"}""",
        ["api/rounds/{id}/commands/share-round"] =
            """{"shareId": "red-grid", "group": "Red micro-grid vanguard", "members": 4, "lead": "grid-xishan-03", "itemIds": ["2", "3"]}""",
        ["api/rounds/{id}/commands/mark-round-item"] = """{"itemId": "1", "mark": "found", "note": "The bay window is being taken out.", "evidenceIds": []}""",
        ["api/rounds/{id}/commands/end-round"] = """{"reason": "The estate is closed for a storm."}""",
        ["api/rounds/{id}/unfiled-work/{unit}"] = """{"description": "Drilling, no card at the door.", "inProgress": true}""",
        ["api/visits/{id}/commands/plan-visit"] =
            """{"estateId": "huayu-qiantang", "checkIds": ["7-2-2001.1.Start.enforcement", "7-2-2001.1.Start.housing"], "at": "2026-09-15T10:00:00+08:00"}""",
        ["api/visits/{id}/commands/begin-visit"] = """{"officers": ["officer-1", "officer-2"]}""",
        ["api/visits/{id}/commands/tick-visit"] = """{"item": "D3", "unitId": "7-2-2001", "good": false, "note": "No water test yet.", "evidenceIds": []}""",
        ["api/visits/{id}/commands/sign-visit"] = """{"department": "housing"}""",
        ["api/visits/{id}/commands/call-off-visit"] = """{"reason": "The works begin a week later."}""",
        ["api/pilots/{id}/commands/open-pilot"] =
            """{"title": {"zh": "飘窗提前告知", "en": "Bay windows told beforehand"}, "lead": "Deputy party secretary of the street", "bureau": "Municipal enforcement bureau", "team": "Street enforcement team", "communityIds": ["beiguan"], "estateIds": ["kipeili-2"], "practice": "Rulings are handed over with the keys.", "compared": {"zh": "在建户中违规户", "en": "Flats with a violation, of flats under work"}, "before": {"part": 12, "whole": 80, "from": "2026-01-01", "to": "2026-03-31"}}""",
        ["api/pilots/{id}/commands/report-pilot-results"] =
            """{"said": "Owners ask before they begin.", "after": {"part": 5, "whole": 78, "from": "2026-04-01", "to": "2026-06-30"}}""",
        ["api/pilots/{id}/commands/share-pilot"] = """{"experience": "Hand the plan over with the keys, and read it together."}""",
        ["api/pilots/{id}/commands/adopt-pilot"] = """{"communityId": "xishan", "plan": "From the next hand-over on, at Huayu Qiantang."}""",
        ["api/pilots/{id}/commands/call-off-pilot"] = """{"reason": "The estate is handed over next year."}""",
        ["api/sessions/{id}/commands/order-topics"] =
            """{"estateId": "kipeili-2", "audience": "owners", "topics": ["structure", "facade"]}""",
        ["api/sessions/{id}/commands/ask-question"] = """{"estateId": "kipeili-2", "question": "May the sill of the bay window go?"}""",
        ["api/sessions/{id}/commands/plan-session"] = """{"place": "Hall of the estate", "at": "2026-10-10T14:00:00+08:00"}""",
        ["api/sessions/{id}/commands/hold-session"] = """{"attendance": [{"group": "owners", "count": 24}, {"group": "managers", "count": 3}]}""",
        ["api/sessions/{id}/commands/answer-question"] =
            """{"number": 1, "answer": {"zh": "飘窗台板不得拆除。", "en": "The sill stays."}, "ruling": {"planId": "type-a", "spotId": "bay", "ruling": "forbidden"}}""",
        ["api/sessions/{id}/commands/set-question-aside"] = """{"number": 2, "reason": "Asked before."}""",
        ["api/sessions/{id}/commands/publish-answers"] = """{"occurredAt": "2026-03-02T17:10:00+08:00"}""",
        ["api/sessions/{id}/commands/sign-spot-list"] = """{"occurredAt": "2026-03-02T17:10:00+08:00"}""",
        ["api/sessions/{id}/commands/call-off-session"] = """{"reason": "The hall is taken."}""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The example for an endpoint by its path; null where it is none of house decoration.</summary>
    public static JsonNode? For(string path) => Bodies.TryGetValue(path, out var body) ? JsonNode.Parse(body) : null;
}
