using System.Globalization;
using StretchChallenge.Contracts.Outcomes;

namespace StretchChallenge.Contracts.Refusals;

/// <summary>Refusals of the fields of a request. The parameter <c>field</c> is the field's name in camelCase, and no value for words.</summary>
public static class FieldRefusals
{
    /// <summary>There is no field of this name.</summary>
    public static Refusal UnknownField(string field) => Refusal.Invalid($"There is no field '{field}' here.").At(field);

    /// <summary>The value is of another type than the field.</summary>
    public static Refusal WrongType(string field) =>
        Refusal.Invalid($"The value of '{field}' is missing or not of the kind that this field takes.").At(field);

    /// <summary>There is no value.</summary>
    public static Refusal Missing(string field) => Refusal.Invalid($"'{field}' is missing.").At(field);

    /// <summary>Fewer characters than the least.</summary>
    public static Refusal TooShort(string field, int least) =>
        Refusal.Invalid($"'{field}' needs at least {least} characters.").At(field).With("least", least);

    /// <summary>More characters than the most.</summary>
    public static Refusal TooLong(string field, int most) =>
        Refusal.Invalid($"'{field}' may have up to {most} characters.").At(field).With("most", most);

    /// <summary>More dates than the most.</summary>
    public static Refusal TooManyDates(string field, int most) =>
        Refusal.Invalid($"'{field}' may have up to {most} dates.").At(field).With("most", most);

    /// <summary>An id or a token that has spaces or other signs, or is too long.</summary>
    public static Refusal NotAToken(string field, int most) =>
        Refusal.Invalid($"'{field}' may have up to {most} letters, digits and signs, without spaces.").At(field).With("most", most);

    /// <summary>No e-mail address by its form.</summary>
    public static Refusal NotAnEmail(string field) => Refusal.Invalid($"'{field}' is not an e-mail address.").At(field);

    /// <summary>No time zone that the server knows.</summary>
    public static Refusal UnknownZone(string field) =>
        Refusal.Invalid($"'{field}' is not the name of a time zone such as Europe/Berlin.").At(field);

    /// <summary>A work pattern without a day.</summary>
    public static Refusal NoWorkDays(string field) => Refusal.Invalid($"'{field}' needs at least one weekday.").At(field);

    /// <summary>Words that are not weekdays.</summary>
    public static Refusal UnknownWorkDays(string field) =>
        Refusal.Invalid($"'{field}' is a list of weekdays out of Mon, Tue, Wed, Thu, Fri, Sat and Sun.").At(field);

    /// <summary>Two times of day of which the second is not later.</summary>
    public static Refusal ImpossibleHours(string field) =>
        Refusal.Invalid($"'{field}' has two times of day such as 08:00, 'from' and 'to', of which the second is later.").At(field);

    /// <summary>Words for the same setting that contradict each other.</summary>
    public static Refusal Contradiction(string field, string other) =>
        Refusal.Invalid($"'{field}' and '{other}' say different things.").At(field).With("other", other);

    /// <summary>A date before the earliest or after the latest.</summary>
    public static Refusal DateOutOfRange(string field, DateOnly earliest, DateOnly latest) => Refusal
        .Invalid($"'{field}' must be a date from {earliest:O} to {latest:O}.")
        .At(field).With("earliest", earliest).With("latest", latest);

    /// <summary>No whole number within the bounds.</summary>
    public static Refusal NotAWholeNumber(string field, int lowest, int highest) => Refusal
        .Invalid($"'{field}' is a whole number from {lowest} to {highest}.")
        .At(field).With("lowest", lowest).With("highest", highest);

    /// <summary>No number with one decimal within the bounds.</summary>
    public static Refusal NotADecimal(string field, decimal lowest, decimal highest) => Refusal
        .Invalid(string.Create(CultureInfo.InvariantCulture, $"'{field}' is a number from {lowest} to {highest} with at most one decimal."))
        .At(field).With("lowest", lowest).With("highest", highest);

    /// <summary>Another word than those that are possible.</summary>
    public static Refusal NotOneOf(string field, string words) =>
        Refusal.Invalid($"'{field}' is one of {words}.").At(field).With("words", words);
}
