using System.Text;

namespace FlowGraph.Query.Search;

public sealed partial class NameIndex
{
    private const int KeyScore = 100;
    private const int ExactScore = 95;
    private const int FoldedScore = 90;
    private const int RomanisedScore = 80;
    private const int FuzzyScore = 75;
    private const int CostOfEdit = 5;
    private const int BeginsScore = 60;
    private const int WordBeginsScore = 50;
    private const int CostOfMissingDigits = 10;

    private const int SevenDigits = 7;

    private void Match(SearchText text, SearchMode mode, MatchSheet sheet, CancellationToken cancellationToken)
    {
        if (text.Folded.Length == 0)
        {
            Alike(text, sheet);
            return;
        }
        if (mode == SearchMode.Exact)
        {
            Equal(text, sheet);
            return;
        }
        Containing(text, sheet, cancellationToken);
        if (mode == SearchMode.Fuzzy && text.Key.Length > 0)
        {
            Near(text, sheet, cancellationToken);
            Beginning(text, sheet, cancellationToken);
        }
    }

    private List<int> KeysOf(SearchText text)
    {
        var found = _tables.Keys.Find(text.KeyForm);
        // An IMO number is written with these letters before it as often as without.
        if (text.KeyForm.Length == 3 + SevenDigits && Ascii.EqualsIgnoreCase(text.KeyForm.AsSpan(0, 3), "IMO"u8))
            found.AddRange(_tables.Keys.Find(text.KeyForm.AsSpan(3)).Where(key => _tables.Fields[_tables.FieldOfKey[key]].Name == "imo"));
        return found;
    }

    /// <summary>Names of signs alone: there is nothing in them to fold.</summary>
    private void Alike(SearchText text, MatchSheet sheet)
    {
        for (var name = 0; name < NameCount; name++)
        {
            if (_tables.Values[name].SequenceEqual(text.Exact))
                Note(sheet, name, ExactScore, MatchHow.Exact);
        }
    }

    /// <summary>Only a name that is equal when folded can be equal.</summary>
    private void Equal(SearchText text, MatchSheet sheet)
    {
        byte[] whole = [0, .. text.Folded, 0];
        var name = 0;
        for (var at = Find(whole, 0); at >= 0; at = Find(whole, at + 1))
        {
            name = NameAt(at + 1, name);
            if (_tables.Values[name].SequenceEqual(text.Exact))
                Note(sheet, name, ExactScore, MatchHow.Exact);
        }
    }

    /// <summary>Names that are equal, that begin so, or of which a word begins so.</summary>
    private void Containing(SearchText text, MatchSheet sheet, CancellationToken cancellationToken)
    {
        var name = 0;
        var seen = 0;
        for (var at = Find(text.Folded, 0); at >= 0; at = Find(text.Folded, at + 1))
        {
            if ((++seen & 0xFFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (!_tables.WordStarts[at])
                continue;
            name = NameAt(at, name);
            var end = at + text.Folded.Length;
            var begins = at == _tables.FoldedStart[name];
            if (begins && _tables.Folded[end] == 0)
            {
                var isEqual = _tables.Values[name].SequenceEqual(text.Exact);
                Note(sheet, name, isEqual ? ExactScore : FoldedScore, isEqual ? MatchHow.Exact : MatchHow.Folded);
            }
            else if (!(IsDigit(_tables.Folded[end]) && IsDigit(_tables.Folded[end - 1]) && !_tables.WordStarts[end]))
                Note(sheet, name, (begins ? BeginsScore : WordBeginsScore) - MissingDigits(name, text), MatchHow.Prefix);
        }
    }

    /// <summary>Names whose Korean key is equal or within the distance.</summary>
    private void Near(SearchText text, MatchSheet sheet, CancellationToken cancellationToken)
    {
        foreach (var (key, edits) in _tables.Letters.Near(text.Letters, text.MostEdits, cancellationToken))
        {
            foreach (var name in _tables.Letters.NamesOf(key))
            {
                if (HasDigitsOf(name, text))
                    Note(sheet, name, (edits == 0 ? RomanisedScore : FuzzyScore - CostOfEdit * edits) - MissingDigits(name, text), edits == 0 ? MatchHow.Romanised : MatchHow.Fuzzy);
            }
        }
    }

    /// <summary>Names that begin so when both are romanised; where neither has to be, their folded forms decide.</summary>
    private void Beginning(SearchText text, MatchSheet sheet, CancellationToken cancellationToken)
    {
        if (!text.IsRomanised && !_tables.AnyRomanised)
            return;
        var seen = 0;
        foreach (var key in _tables.Letters.Beginning(text.Key, text.Letters.Length))
        {
            if ((++seen & 0xFFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            foreach (var name in _tables.Letters.NamesOf(key))
            {
                if ((text.IsRomanised || _tables.Romanised[name]) && HasDigitsOf(name, text))
                    Note(sheet, name, BeginsScore - MissingDigits(name, text), MatchHow.Prefix);
            }
        }
    }

    private void Note(MatchSheet sheet, int name, int score, MatchHow how) => sheet.Note(name, score - _tables.Fields[_tables.FieldOf[name]].Reduction, how);

    private int Find(ReadOnlySpan<byte> folded, int from) => _tables.Folded.AsSpan(from).IndexOf(folded) is >= 0 and var found ? from + found : -1;

    /// <summary>The name that has this place among the folded ones.</summary>
    /// <param name="from">A name at that place or before it.</param>
    private int NameAt(int place, int from)
    {
        // Most steps are short, but a rare text leaps.
        for (var step = 1; ; step *= 2)
        {
            var next = Math.Min(from + step, NameCount);
            if (_tables.FoldedStart[next] <= place)
            {
                from = next;
                continue;
            }
            var found = Array.BinarySearch(_tables.FoldedStart, from, next - from, place);
            return found >= 0 ? found : ~found - 1;
        }
    }

    private ReadOnlySpan<byte> FoldedOf(int name) => _tables.Folded.AsSpan(_tables.FoldedStart[name]..(_tables.FoldedStart[name + 1] - 1));

    private int MissingDigits(int name, SearchText text)
    {
        if (text.DigitCount == 0)
            return FoldedOf(name).ContainsAnyInRange((byte)'0', (byte)'9') ? CostOfMissingDigits : 0;
        var count = 0;
        foreach (var letter in FoldedOf(name))
            count += IsDigit(letter) ? 1 : 0;
        return count > text.DigitCount ? CostOfMissingDigits : 0;
    }

    /// <summary>Whether the numbers of the text are all there, whole and in their order.</summary>
    private bool HasDigitsOf(int name, SearchText text)
    {
        if (text.Digits.Length == 0)
            return true;
        var (start, end) = (_tables.FoldedStart[name], _tables.FoldedStart[name + 1] - 1);
        var next = 0;
        for (var at = start; at < end; at++)
        {
            if (!IsDigit(_tables.Folded[at]))
                continue;
            var first = at;
            while (IsDigit(_tables.Folded[at + 1]) && !_tables.WordStarts[at + 1])
                at++;
            if (_tables.Folded.AsSpan(first..(at + 1)).SequenceEqual(text.Digits[next]) && ++next == text.Digits.Length)
                return true;
        }
        return false;
    }

    private static bool IsDigit(byte letter) => char.IsAsciiDigit((char)letter);
}
