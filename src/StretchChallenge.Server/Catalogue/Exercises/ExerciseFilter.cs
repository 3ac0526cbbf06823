using StretchChallenge.Server.Hosting;
using StretchChallenge.Server.Problems.Fields;

namespace StretchChallenge.Server.Catalogue.Exercises;

/// <summary>Which exercises a list shows: those that meet all conditions.</summary>
internal sealed class ExerciseFilter
{
    private const string NoEquipment = "none";
    private const int LongestSearch = 100;

    private readonly bool? _desk;
    private readonly Position? _position;
    private readonly bool _withoutEquipment;
    private readonly Equipment? _equipment;
    private readonly ExerciseKind? _kind;
    private readonly string[] _words;

    /// <summary>Reads a query; its faults are noted in the rules.</summary>
    public ExerciseFilter(ExerciseQuery query, FieldRules rules)
    {
        _desk = Word(rules, "desk", query.Desk, word => bool.TryParse(word, out var value) ? value : (bool?)null, ["true", "false"]);
        _position = Word(rules, "position", query.Position, WireWord.Find<Position>, WireWord.All<Position>());
        _withoutEquipment = query.Equipment == NoEquipment;
        if (!_withoutEquipment)
        {
            _equipment = Word(
                rules, "equipment", query.Equipment, WireWord.Find<Equipment>, [.. WireWord.All<Equipment>(), NoEquipment]);
        }

        _kind = Word(rules, "kind", query.Kind, WireWord.Find<ExerciseKind>, WireWord.All<ExerciseKind>());
        rules.Check(query.Q is not { Length: > LongestSearch }, "q", $"'q' may have up to {LongestSearch} characters.");
        _words = SearchText.Words(query.Q ?? "");
    }

    /// <summary>Whether the list shows an exercise.</summary>
    public bool Shows(ListedExercise listed)
    {
        var exercise = listed.Exercise;
        return (_desk is null || exercise.Desk == _desk)
            && (_position is null || exercise.Position == _position)
            && (!_withoutEquipment || exercise.Equipment.IsEmpty)
            && (_equipment is not { } equipment || exercise.Equipment.Contains(equipment))
            && (_kind is null || exercise.Kind == _kind)
            && Array.TrueForAll(_words, listed.Mentions);
    }

    private static T? Word<T>(FieldRules rules, string field, string? word, Func<string, T?> find, IEnumerable<string> allowed)
        where T : struct
    {
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        var value = find(word);
        rules.Check(value is not null, field, $"'{field}' is one of {string.Join(", ", allowed)}.");
        return value;
    }
}
