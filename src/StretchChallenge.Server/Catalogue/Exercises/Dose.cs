using System.Text.Json.Serialization;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>How much of an exercise its source asks for, for each side; what the source does not name is left out.</summary>
/// <param name="Hold">Seconds.</param>
/// <param name="Breaths">Breaths, of about 4 seconds each.</param>
/// <param name="Reps">Repetitions.</param>
/// <param name="Sets">Sets of them.</param>
public sealed record Dose(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DoseRange? Hold = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Breaths = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DoseRange? Reps = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Sets = null);
